package io.matricula.gateway;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logmanager.ExtLogRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The one line that is logged for each request, and what must never stand in it. */
@QuarkusTest
class RequestLogTest {
    private final BlockingQueue<String> lines = new LinkedBlockingQueue<>();
    private final Logger logger = Logger.getLogger("io.matricula.request");
    private final Handler handler = new Handler() {
        @Override
        public void publish(LogRecord line) {
            lines.add(((ExtLogRecord) line).getFormattedMessage());
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    };

    @Inject
    Accounts accounts;

    @Inject
    FakeDispatch dispatch;

    @Inject
    MeterRegistry meters;

    @ConfigProperty(name = "quarkus.http.test-port")
    int port;

    @BeforeEach
    void listen() {
        dispatch.forget();
        logger.setLevel(Level.INFO);
        logger.addHandler(handler);
    }

    @AfterEach
    void leave() {
        logger.removeHandler(handler);
        logger.setLevel(Level.WARNING);
    }

    @Test
    void recognisedCall_isOneLineWithItsStages_withoutTokenAndPlate() throws InterruptedException {
        String token = accounts.token();
        given().header("Authorization", "Token " + token)
                .header("X-Request-Id", "seen-1")
                .contentType("image/jpeg")
                .body(GoldenRequest.PICTURE)
                .post("/v1/plate-reader/?secret=1")
                .then()
                .statusCode(201);
        assertThat(line())
                .matches("POST /v1/plate-reader/ status=201 request=seen-1 account=[0-9a-f-]{36} bytes="
                        + GoldenRequest.PICTURE.length + " results=1" + " ms=[0-9.]+( [a-z_]+_ms=[0-9.]+)+")
                .contains("receive_ms=", "intake_ms=", "admit_ms=", "engine_total_ms=", "recognize_ms=")
                .doesNotContain(token, "nhk552", "NHK552", "secret");
    }

    @Test
    void refusedCall_isOneLineWithItsCode() throws InterruptedException {
        given().header("Authorization", "Token 0123456789012345678901234567890123456789")
                .header("X-Request-Id", "not sane")
                .post("/v1/plate-reader/")
                .then()
                .statusCode(403);
        assertThat(line())
                .matches(
                        "POST /v1/plate-reader/ status=403 request=[0-9a-f]{16} account=- error=TOKEN_INVALID bytes=0 ms=[0-9.]+")
                .doesNotContain("0123456789");
    }

    @Test
    void call_refusedBeforeAnyResource_hasItsCodeAndIsCounted() throws InterruptedException {
        double before = notFound();
        given().urlEncodingEnabled(false)
                .get("/v1/statistics;a=b")
                .then()
                .statusCode(404)
                .contentType("application/json");
        assertThat(line()).startsWith("GET /v1/statistics?a?b status=404 ").contains(" error=NOT_FOUND ");
        assertThat(notFound()).isEqualTo(before + 1);
    }

    private double notFound() {
        return meters.counter("matricula.refusals", "code", "NOT_FOUND").count();
    }

    @Test
    void call_whoseClientHasGone_hasNoStatus() throws Exception {
        try (var socket = new Socket("127.0.0.1", port)) {
            socket.getOutputStream()
                    .write(
                            ("POST /v1/plate-reader/ HTTP/1.1\r\nHost: x\r\nX-Request-Id: gone-1\r\nContent-Length: 1000\r\n"
                                            + "Authorization: Token " + accounts.token() + "\r\n\r\nhalf")
                                    .getBytes(StandardCharsets.US_ASCII));
        }
        assertThat(line()).startsWith("POST /v1/plate-reader/ status=- request=gone-1 ");
    }

    @Test
    void probe_isNotLogged_andStrangePathIsMadePrintable() throws InterruptedException {
        given().get("/healthz").then().statusCode(200);
        given().urlEncodingEnabled(false)
                .get("/a/%0aforged=1/" + "b".repeat(200))
                .then()
                .statusCode(404);
        assertThat(line()).startsWith("GET /a/%0aforged?1/bbbb").hasSizeLessThan(220);
    }

    /** The only line; it may be written a moment after the answer has gone. */
    private String line() throws InterruptedException {
        String line = lines.poll(5, TimeUnit.SECONDS);
        assertThat(lines).isEmpty();
        return String.valueOf(line);
    }
}
