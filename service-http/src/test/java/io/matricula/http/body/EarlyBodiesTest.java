package io.matricula.http.body;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Requests over real connections, held back once they are handed on, as resources' requests are. */
class EarlyBodiesTest {
    private static final String PICTURES = "POST /v1/plate-reader/";

    private final BodyReader reader = new BodyReader(5, 2 * EarlyBodies.LARGEST, Duration.ofSeconds(5));
    private final BlockingQueue<RoutingContext> contexts = new LinkedBlockingQueue<>();
    private final List<Socket> clients = new ArrayList<>();
    private final Vertx vertx = Vertx.vertx();
    private int port;

    @BeforeEach
    void listen() throws Exception {
        var early = new EarlyBodies();
        Router router = Router.router(vertx);
        router.route().handler(early::begin);
        router.route().handler(context -> {
            context.request().pause();
            contexts.add(context);
        });
        HttpServer server = vertx.createHttpServer().requestHandler(router);
        port = server.listen(0, "127.0.0.1")
                .toCompletionStage()
                .toCompletableFuture()
                .get()
                .actualPort();
    }

    @AfterEach
    void close() throws Exception {
        for (Socket client : clients) {
            client.close();
        }
        vertx.close().toCompletionStage().toCompletableFuture().get();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 65_537, 200_000, EarlyBodies.LARGEST})
    void body_ofPicture_isThereWithoutBeingAskedFor(int length) throws Exception {
        byte[] body = random(length);
        RoutingContext context = send(PICTURES, "Content-Length: " + length, body);
        assertThat(begun(context).whole().get(5, TimeUnit.SECONDS)).isEqualTo(body);
        assertThat(reader.read(context, length)).isEqualTo(body);
    }

    @ParameterizedTest
    @CsvSource({
        "POST /v1/plate-reader/batch, Content-Length: 3",
        "POST /v1/tokens/, Content-Length: 3",
        "PUT /v1/plate-reader/, Content-Length: 3",
        "POST /v1/plate-reader/, X-Other: 3",
        "POST /v1/plate-reader/, Content-Length: 524289"
    })
    void body_ofOtherRequest_isLeftAlone(String line, String header) throws Exception {
        RoutingContext context = send(line, header, new byte[0]);
        assertThat(EarlyBodies.begun(context)).isNull();
    }

    @Test
    void body_ofClientThatWaitsToBeTold_isLeftAlone() throws Exception {
        RoutingContext context = send(PICTURES, "Content-Length: 3\r\nExpect: 100-continue", new byte[0]);
        assertThat(EarlyBodies.begun(context)).isNull();
    }

    @Test
    void body_thatIsLarge_isReadWhenItIsAskedFor() throws Exception {
        byte[] body = random(EarlyBodies.LARGEST + 1);
        RoutingContext context = send(PICTURES, "Content-Length: " + body.length, body);
        assertThat(reader.read(context, body.length)).isEqualTo(body);
    }

    @Test
    void bodies_ofMoreRequestsThanAreBegun_areReadWhenTheyAreAskedFor() throws Exception {
        List<RoutingContext> held = new ArrayList<>();
        for (int i = 0; i < EarlyBodies.MOST; i++) {
            held.add(send(PICTURES, "Content-Length: 3", new byte[0]));
        }
        byte[] body = random(100_000);
        RoutingContext next = send(PICTURES, "Content-Length: 100000", body);
        assertThat(EarlyBodies.begun(next)).isNull();
        assertThat(reader.read(next, body.length)).isEqualTo(body);

        held.get(0).response().end().toCompletionStage().toCompletableFuture().get();
        assertThat(EarlyBodies.begun(send(PICTURES, "Content-Length: 3", body))).isNotNull();
    }

    private static IncomingBody begun(RoutingContext context) {
        IncomingBody begun = EarlyBodies.begun(context);
        assertThat(begun).isNotNull();
        return begun;
    }

    private RoutingContext send(String line, String header, byte[] body) throws Exception {
        var client = new Socket("127.0.0.1", port);
        clients.add(client);
        String head = line + " HTTP/1.1\r\nHost: localhost\r\n" + header + "\r\n\r\n";
        client.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
        client.getOutputStream().write(body);
        RoutingContext context = contexts.poll(5, TimeUnit.SECONDS);
        assertThat(context).isNotNull();
        return context;
    }

    private static byte[] random(int length) {
        byte[] bytes = new byte[length];
        new Random(length).nextBytes(bytes);
        return bytes;
    }
}
