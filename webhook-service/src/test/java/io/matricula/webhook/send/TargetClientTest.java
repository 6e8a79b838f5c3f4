package io.matricula.webhook.send;

import static org.assertj.core.api.Assertions.assertThat;

import io.matricula.service.address.AddressGuard;
import io.matricula.service.testkit.FakeClock;
import io.matricula.service.testkit.WebhookReceiver;
import io.matricula.service.webhook.AttemptResult;
import io.matricula.webhook.payload.Payload;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class TargetClientTest {
    private static final Payload PAYLOAD =
            new Payload("application/json", "{\"data\":{}}".getBytes(StandardCharsets.UTF_8));
    private static final Map<String, String> HEADERS = Map.of("webhook-id", "1", "Authorization", "Token secret");
    private final FakeClock clock = FakeClock.at("2026-03-05T12:00:00Z");
    private WebhookReceiver receiver;

    @BeforeEach
    void start() throws IOException {
        receiver = new WebhookReceiver();
    }

    @AfterEach
    void stop() {
        receiver.close();
    }

    private AttemptResult send(AddressGuard guard, Duration total, String url) throws IOException {
        var settings = new SendSettings(Duration.ofSeconds(2), total, 3, 8);
        try (var client = new TargetClient(settings, guard, clock)) {
            return client.send(URI.create(url), HEADERS, PAYLOAD);
        }
    }

    private AttemptResult send(String url) throws IOException {
        return send(AddressGuard.ofSystem(true), Duration.ofSeconds(10), url);
    }

    private AttemptResult sendGuarded(String url) throws IOException {
        return send(AddressGuard.ofSystem(false), Duration.ofSeconds(10), url);
    }

    @Test
    void send_toAReceiver_postsBodyAndHeaders() throws IOException {
        AttemptResult result = send(receiver.url("/hook?a=b"));
        assertThat(result.good()).isTrue();
        assertThat(result.status()).isEqualTo(200);
        WebhookReceiver.Received request = receiver.received().get(0);
        assertThat(request.body()).isEqualTo(PAYLOAD.body());
        assertThat(request.headers())
                .containsEntry("content-type", "application/json")
                .containsEntry("content-length", "11")
                .containsEntry("authorization", "Token secret")
                .containsEntry("user-agent", "Matricula-Webhook/1")
                .doesNotContainKeys("expect", "transfer-encoding", "cookie");
    }

    @ParameterizedTest
    @CsvSource({"200,true", "201,true", "204,true", "300,false", "304,false", "400,false", "404,false", "500,false"})
    void send_status_isGoodFrom200To299(int status, boolean good) throws IOException {
        receiver.at("/s", exchange -> exchange.sendResponseHeaders(status, -1));
        AttemptResult result = send(receiver.url("/s"));
        assertThat(result.good()).isEqualTo(good);
        assertThat(result.problem()).isEqualTo(good ? null : "status " + status);
    }

    @Test
    void send_longAnswer_keepsItsBeginning() throws IOException {
        receiver.at("/long", exchange -> {
            exchange.sendResponseHeaders(200, 0);
            exchange.getResponseBody().write("\u00fcber ".repeat(500).getBytes(StandardCharsets.UTF_8));
        });
        AttemptResult result = send(receiver.url("/long"));
        assertThat(result.good()).isTrue();
        assertThat(result.answer()).isEqualTo("\u00fcber ".repeat(200));
    }

    @Test
    void send_endlessAnswer_isNotReadToItsEnd() throws IOException {
        receiver.at("/endless", exchange -> {
            exchange.sendResponseHeaders(200, 0);
            byte[] chunk = new byte[65_536];
            while (true) {
                exchange.getResponseBody().write(chunk);
            }
        });
        AttemptResult result = send(receiver.url("/endless"));
        assertThat(result.good()).isTrue();
        assertThat(result.latency()).isLessThan(Duration.ofSeconds(5));
    }

    @Test
    void send_noAnswer_endsInTime() throws IOException {
        try (var silent = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            AttemptResult result = send(
                    AddressGuard.ofSystem(true), Duration.ofSeconds(1), "http://127.0.0.1:" + silent.getLocalPort());
            assertThat(result.problem()).isEqualTo("no answer within 1 s");
            assertThat(result.status()).isNull();
            assertThat(result.latency()).isBetween(Duration.ofMillis(900), Duration.ofSeconds(4));
        }
    }

    @Test
    void send_answerThatDrips_endsInTime() throws IOException {
        receiver.at("/drip", exchange -> {
            exchange.sendResponseHeaders(200, 0);
            for (int i = 0; i < 100; i++) {
                exchange.getResponseBody().write(1);
                exchange.getResponseBody().flush();
                sleep(100);
            }
        });
        AttemptResult result = send(AddressGuard.ofSystem(true), Duration.ofSeconds(1), receiver.url("/drip"));
        assertThat(result.problem()).isEqualTo("no answer within 1 s");
        assertThat(result.latency()).isLessThan(Duration.ofSeconds(4));
    }

    private static void sleep(long milliseconds) {
        try {
            Thread.sleep(milliseconds);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void send_nobodyThere_isAFailure() throws IOException {
        assertThat(send("http://127.0.0.1:1/").problem()).isEqualTo("no connection");
        assertThat(send("http://no-such-host.invalid/").problem()).isEqualTo("the name can't be resolved");
        assertThat(send("https://127.0.0.1:" + receiver.port() + "/").problem())
                .isIn("no secure connection", "the connection broke", "no connection within 2 s");
    }

    @Test
    void send_noHttp_isAFailure() throws IOException {
        try (var server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            var answering = new Thread(() -> {
                try (var socket = server.accept()) {
                    socket.getOutputStream().write("SSH-2.0-x\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
                } catch (IOException e) {
                    throw new IllegalStateException(e);
                }
            });
            answering.start();
            assertThat(send("http://127.0.0.1:" + server.getLocalPort() + "/").good())
                    .isFalse();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "120,120",
        "0,0",
        "'Thu, 05 Mar 2026 12:01:00 GMT',61",
        "soon,",
        "-5,",
        "'Thu, 05 Mar 2020 12:01:00 GMT',"
    })
    void send_retryAfter_isUnderstood(String header, Integer seconds) throws IOException {
        receiver.at("/busy", exchange -> {
            exchange.getResponseHeaders().set("Retry-After", header);
            exchange.sendResponseHeaders(503, -1);
        });
        assertThat(send(receiver.url("/busy")).retryAfter())
                .isEqualTo(seconds == null ? null : Duration.ofSeconds(seconds));
    }

    // Where it may lead

    @ParameterizedTest
    @ValueSource(ints = {301, 302, 307, 308})
    void send_redirectedOnTheSameHost_postsAgain(int status) throws IOException {
        receiver.at("/old", exchange -> {
            exchange.getResponseHeaders().set("Location", "/new/");
            exchange.sendResponseHeaders(status, -1);
        });
        assertThat(send(receiver.url("/old")).status()).isEqualTo(200);
        assertThat(receiver.received()).hasSize(2);
        assertThat(receiver.received().get(1).path()).isEqualTo("/new/");
        assertThat(receiver.received().get(1).body()).isEqualTo(PAYLOAD.body());
    }

    @Test
    void send_redirectedInACircle_ends() throws IOException {
        receiver.at("/loop", exchange -> {
            exchange.getResponseHeaders().set("Location", "/loop");
            exchange.sendResponseHeaders(307, -1);
        });
        assertThat(send(receiver.url("/loop")).problem()).isEqualTo("too many redirects");
        assertThat(receiver.received()).hasSize(4);
    }

    @Test
    void send_redirectedToAnotherHostOrPort_doesNotFollow() throws IOException {
        try (var other = new WebhookReceiver()) {
            for (String location : new String[] {
                "http://localhost:" + receiver.port() + "/",
                other.url("/"),
                "http://169.254.169.254/latest/meta-data/",
                "http://u:p@127.0.0.1/",
                "file:///etc/passwd",
                "http://0x7f000001/"
            }) {
                receiver.at("/to" + location.hashCode(), exchange -> {
                    exchange.getResponseHeaders().set("Location", location);
                    exchange.sendResponseHeaders(308, -1);
                });
                assertThat(send(receiver.url("/to" + location.hashCode())).problem())
                        .startsWith("redirected to");
            }
            assertThat(other.received()).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://127.0.0.1:%d/",
                "http://localhost:%d/",
                "http://0.0.0.0:%d/",
                "http://[::1]:%d/",
                "http://[::ffff:127.0.0.1]:%d/",
                "http://[::ffff:7f00:1]:%d/",
                "http://[64:ff9b::7f00:1]:%d/",
                "http://[fe80::1]:%d/",
                "http://[fc00::1]:%d/",
                "http://10.0.0.1:%d/",
                "http://172.16.0.1:%d/",
                "http://192.168.0.1:%d/",
                "http://169.254.169.254:%d/latest/meta-data/",
                "http://100.100.100.200:%d/",
                "http://2130706433:%d/",
                "http://0177.0.0.1:%d/",
                "http://0x7f.0.0.1:%d/",
                "http://127.1:%d/"
            })
    void send_toAnAddressThatIsNotPublicInAnySpelling_isRefusedWithoutAConnection(String spelling) throws IOException {
        AttemptResult result = sendGuarded(spelling.formatted(receiver.port()));
        assertThat(result.good()).isFalse();
        assertThat(result.status()).isNull();
        assertThat(result.problem()).isIn("the address is not public", "the address is not taken");
        assertThat(receiver.received()).isEmpty();
    }

    @Test
    void send_toANameOfAPrivateAddress_isRefused() throws IOException {
        var guard = new AddressGuard(host -> new InetAddress[] {InetAddress.getByName("127.0.0.1")}, false);
        AttemptResult result = send(guard, Duration.ofSeconds(5), "http://gate.example:" + receiver.port() + "/");
        assertThat(result.problem()).isEqualTo("the address is not public");
        assertThat(receiver.received()).isEmpty();
    }

    @Test
    void send_toANameThatChangesBetweenLookUps_neverReachesThePrivateAddress() throws IOException {
        // A rebinding name is public when it is checked and private when it is used: here they are the same look-up.
        var lookUps = new AtomicInteger();
        var guard = new AddressGuard(
                host -> new InetAddress[] {
                    InetAddress.getByName(lookUps.getAndIncrement() == 0 ? "192.0.2.1" : "127.0.0.1")
                },
                true);
        AttemptResult result = send(guard, Duration.ofSeconds(1), "http://rebind.example:" + receiver.port() + "/");
        assertThat(result.good()).isFalse();
        assertThat(lookUps)
                .as("looked up once, and connected to what was found")
                .hasValue(1);
        assertThat(receiver.received()).isEmpty();
    }

    @Test
    void send_toANameThatHasBecomePrivate_isRefusedAtTheNextAttempt() throws IOException {
        var lookUps = new AtomicInteger();
        var guard = new AddressGuard(
                host -> {
                    if (lookUps.getAndIncrement() > 0) {
                        return new InetAddress[] {InetAddress.getByName("10.0.0.7")};
                    }
                    return new InetAddress[] {InetAddress.getByName("1.1.1.1")};
                },
                false);
        // The first look-up is public, a connection there fails or not; a later attempt is refused by its own look-up.
        assertThat(send(guard, Duration.ofMillis(300), "http://moving.example:9/")
                        .good())
                .isFalse();
        assertThat(send(guard, Duration.ofSeconds(2), "http://moving.example:9/")
                        .problem())
                .isEqualTo("the address is not public");
    }
}
