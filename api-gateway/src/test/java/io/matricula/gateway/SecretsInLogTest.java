package io.matricula.gateway;

import static io.matricula.gateway.Person.PASSWORD;
import static io.matricula.gateway.Person.anybody;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.jboss.logmanager.ExtLogRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a log line must never hold, whatever goes right or wrong. */
@QuarkusTest
class SecretsInLogTest {
    private final List<String> lines = new CopyOnWriteArrayList<>();
    private final Logger root = Logger.getLogger("");
    private final Logger ours = Logger.getLogger("io.matricula");
    private final Handler handler = new Handler() {
        @Override
        public void publish(LogRecord line) {
            lines.add(((ExtLogRecord) line).getFormattedMessage() + " " + line.getThrown());
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    };

    @Inject
    People people;

    @BeforeEach
    void listen() {
        handler.setLevel(Level.ALL);
        root.addHandler(handler);
        ours.setLevel(Level.ALL);
        Logger.getLogger("io.matricula.request").setLevel(Level.INFO);
    }

    @AfterEach
    void leave() {
        root.removeHandler(handler);
        ours.setLevel(null);
        Logger.getLogger("io.matricula.request").setLevel(Level.WARNING);
    }

    @Test
    void wholeLife_leavesNoSecretInAnyLine() {
        Person ann = people.join();
        String link = people.mailedToken(ann.email());
        anybody()
                .body(Map.of("token", link, "password", PASSWORD))
                .post("/v1/accounts/confirm")
                .then()
                .statusCode(400);
        anybody()
                .body(Map.of("email", ann.email(), "password", "wrong password"))
                .post("/v1/sessions")
                .then()
                .statusCode(403);
        String token = ann.apiToken("gate");
        String mobile = given().header("Authorization", "Token " + token)
                .contentType("application/json")
                .post("/v1/tokens/mobile")
                .then()
                .extract()
                .path("token");
        for (String credential : List.of("Token " + token, "Bearer " + mobile, "Bearer " + token, "Token " + mobile)) {
            given().header("Authorization", credential)
                    .contentType("image/jpeg")
                    .body(GoldenRequest.PICTURE)
                    .post("/v1/plate-reader/");
        }
        anybody()
                .body(Map.of("refresh_token", ann.refreshToken()))
                .post("/v1/sessions/refresh")
                .then()
                .statusCode(200);
        anybody()
                .body("{\"password\": \"" + PASSWORD)
                .post("/v1/sessions")
                .then()
                .statusCode(400);
        anybody()
                .body(Map.of("email", ann.email(), "password", PASSWORD, "cookie", true))
                .header("X-Requested-With", "x")
                .post("/v1/sessions")
                .then()
                .statusCode(201);
        assertThat(lines)
                .hasSizeGreaterThan(10)
                .noneMatch(line -> line.contains(PASSWORD)
                        || line.contains("wrong password")
                        || line.contains(link)
                        || line.contains(token)
                        || line.contains(mobile)
                        || line.contains(ann.accessToken())
                        || line.contains(ann.refreshToken())
                        || line.contains(ann.email()));
    }
}
