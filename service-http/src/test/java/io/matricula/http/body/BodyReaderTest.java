package io.matricula.http.body;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.matricula.contract.ApiError;
import io.matricula.http.errors.ApiException;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Random;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Requests over real connections, held back by the server as Quarkus does until a resource reads them. */
class BodyReaderTest {
    private static final int MOST = 300_000;

    private final BodyReader reader = new BodyReader(5, MOST, Duration.ofMillis(500));
    private final BlockingQueue<HttpServerRequest> requests = new ArrayBlockingQueue<>(1);
    private final Vertx vertx = Vertx.vertx();
    private Socket client;

    @BeforeEach
    void connect() throws Exception {
        HttpServer server = vertx.createHttpServer().requestHandler(request -> {
            if (!request.isEnded()) {
                request.pause();
            }
            requests.add(request);
        });
        int port = server.listen(0, "127.0.0.1")
                .toCompletionStage()
                .toCompletableFuture()
                .get()
                .actualPort();
        client = new Socket("127.0.0.1", port);
    }

    @AfterEach
    void close() throws Exception {
        client.close();
        vertx.close().toCompletionStage().toCompletableFuture().get();
    }

    @Test
    void read_ofBodyWithinBounds_givesAllOfIt() throws Exception {
        for (int length : new int[] {0, 1, 65_536, 65_537, MOST}) {
            byte[] body = random(length);
            HttpServerRequest announced = send("Content-Length: " + length, body);
            assertThat(reader.read(announced, length)).isEqualTo(body);
            answer(announced);
            HttpServerRequest chunked = send("Transfer-Encoding: chunked", chunks(body));
            assertThat(reader.read(chunked, -1)).isEqualTo(body);
            answer(chunked);
        }
    }

    @Test
    void read_ofBodyThatEndsEarly_givesWhatCame() throws Exception {
        byte[] body = random(3);
        assertThat(reader.read(send("Transfer-Encoding: chunked", chunks(body)), 7))
                .isEqualTo(body);
    }

    @Test
    void read_ofClientThatFallsSilent_isRefusedLongBeforeTheTimeIsOver() throws Exception {
        var impatient = new BodyReader(5, MOST, Duration.ofMinutes(10), Duration.ofMillis(300));
        HttpServerRequest request = send("Content-Length: 8", random(7));
        assertThatExceptionOfType(ApiException.class)
                .isThrownBy(() -> impatient.read(request, 8))
                .matches(e -> e.error() == ApiError.REQUEST_TIMEOUT);
    }

    @Test
    void read_ofBodyThatDrips_isTakenUntilTheTimeIsOver() throws Exception {
        var patient = new BodyReader(5, MOST, Duration.ofMillis(900), Duration.ofMillis(600));
        HttpServerRequest request = send("Content-Length: 100", random(1));
        Thread dripping = new Thread(() -> {
            try {
                for (int i = 0; i < 50; i++) {
                    client.getOutputStream().write(1);
                    Thread.sleep(50);
                }
            } catch (IOException | InterruptedException e) {
                // The test is over.
            }
        });
        dripping.start();
        long start = System.nanoTime();
        assertThatExceptionOfType(ApiException.class)
                .isThrownBy(() -> patient.read(request, 100))
                .matches(e -> e.error() == ApiError.REQUEST_TIMEOUT);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThanOrEqualTo(Duration.ofMillis(900));
        dripping.interrupt();
        dripping.join();
    }

    @Test
    void read_ofLongerBody_isRefusedWithTheBoundOfPictures() throws Exception {
        HttpServerRequest request = send("Transfer-Encoding: chunked", chunks(random(MOST + 1)));
        for (long announced : new long[] {MOST + 1L, Long.MAX_VALUE, -1}) {
            assertThatExceptionOfType(ApiException.class)
                    .isThrownBy(() -> reader.read(request, announced))
                    .matches(e -> e.error() == ApiError.TOO_LARGE)
                    .withMessageContaining("5 bytes");
        }
    }

    @Test
    void read_ofBodyThatGoesOn_isCutOff() throws Exception {
        byte[] body = random(100_000);
        assertThat(reader.read(send("Transfer-Encoding: chunked", chunks(body)), 70_000))
                .isEqualTo(Arrays.copyOf(body, 70_000));
    }

    @Test
    void read_ofBodyThatNeverEnds_isRefusedInTime() throws Exception {
        HttpServerRequest request = send("Content-Length: 8", random(7));
        assertThatExceptionOfType(ApiException.class)
                .isThrownBy(() -> reader.read(request, 8))
                .matches(e -> e.error() == ApiError.REQUEST_TIMEOUT);
    }

    @Test
    void read_ofBrokenConnection_isRefused() throws Exception {
        HttpServerRequest request = send("Content-Length: 8", random(7));
        client.close();
        assertThatExceptionOfType(ApiException.class)
                .isThrownBy(() -> reader.read(request, 8))
                .matches(e -> e.error() == ApiError.REQUEST_TIMEOUT);
    }

    @Test
    void read_ofClientThatWaitsToBeTold_tellsItToGoOn() throws Exception {
        HttpServerRequest request = send("Content-Length: 3\r\nExpect: 100-continue", new byte[0]);
        Thread waiting = new Thread(() -> {
            try {
                byte[] told = client.getInputStream().readNBytes("HTTP/1.1 100 Continue\r\n\r\n".length());
                assertThat(new String(told, StandardCharsets.US_ASCII)).startsWith("HTTP/1.1 100");
                client.getOutputStream().write(new byte[3]);
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        });
        waiting.start();
        assertThat(reader.read(request, 3)).hasSize(3);
        waiting.join();
    }

    private HttpServerRequest send(String header, byte[] body) throws Exception {
        String head = "POST / HTTP/1.1\r\nHost: localhost\r\n" + header + "\r\n\r\n";
        client.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
        client.getOutputStream().write(body);
        HttpServerRequest request = requests.poll(5, TimeUnit.SECONDS);
        assertThat(request).isNotNull();
        return request;
    }

    /** So that the connection takes the next request. */
    private void answer(HttpServerRequest request) throws IOException {
        request.response().setStatusCode(204).end();
        InputStream in = client.getInputStream();
        for (int last = 0; last != ('\r' << 24 | '\n' << 16 | '\r' << 8 | '\n'); ) {
            last = last << 8 | in.read();
        }
    }

    private static byte[] random(int length) {
        byte[] bytes = new byte[length];
        new Random(length).nextBytes(bytes);
        return bytes;
    }

    private static byte[] chunks(byte[] body) {
        var out = new ByteArrayOutputStream();
        for (int from = 0; from < body.length; from += 10_000) {
            int length = Math.min(10_000, body.length - from);
            out.writeBytes((Integer.toHexString(length) + "\r\n").getBytes(StandardCharsets.US_ASCII));
            out.write(body, from, length);
            out.writeBytes(new byte[] {'\r', '\n'});
        }
        out.writeBytes("0\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
        return out.toByteArray();
    }
}
