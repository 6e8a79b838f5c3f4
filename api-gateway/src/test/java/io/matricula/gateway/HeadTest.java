package io.matricula.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is refused for its first lines, over raw sockets: client libraries would not send it. */
@QuarkusTest
class HeadTest {
    private static final byte[] NOTHING = {};

    @ConfigProperty(name = "quarkus.http.test-port")
    int port;

    @ParameterizedTest
    @CsvSource({"4000, 403", "5000, 414", "60000, 414"})
    void address_tooLong_isRefusedAsJson(int length, int status) throws IOException {
        var answer = new RawHttp(port).send("GET /v1/statistics/?x=" + "y".repeat(length) + " HTTP/1.1", NOTHING);
        assertJson(answer, status);
    }

    @ParameterizedTest
    @CsvSource({"1, 10000, 403", "1, 30000, 431", "50, 1000, 431"})
    void headers_tooLarge_areRefusedAsJson(int count, int length, int status) throws IOException {
        var head = new StringBuilder("GET /v1/statistics/ HTTP/1.1");
        for (int i = 0; i < count; i++) {
            head.append("\r\nX-Large-").append(i).append(": ").append("y".repeat(length));
        }
        assertJson(new RawHttp(port).send(head.toString(), NOTHING), status);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/info;x", "/v1;a=b/statistics/", "/v1/statistics;a=b", "/v1/plate-reader/;"})
    void matrixParameters_leadNowhere(String path) throws IOException {
        assertJson(new RawHttp(port).send("GET " + path + " HTTP/1.1", NOTHING), 404);
    }

    private static void assertJson(RawHttp.Answer answer, int status) throws IOException {
        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.headers()).containsEntry("content-type", "application/json");
        var body = new ObjectMapper().readTree(answer.body());
        assertThat(body.path("status_code").asInt()).isEqualTo(status);
        assertThat(body.path("detail").asText()).isNotEmpty();
    }

    /** No hook of the server lets us write a body here. */
    @Test
    void noHttp_atAll_is400() throws IOException {
        assertThat(new RawHttp(port).send("nonsense", NOTHING).status()).isEqualTo(400);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "PUT /v1/webhooks/ | GET, HEAD, POST, OPTIONS",
                "POST /v1/webhooks/7 | DELETE, GET, HEAD, PATCH, OPTIONS",
                "DELETE /v1/webhooks/switch-on/ | GET, HEAD, POST, OPTIONS",
                "GET /v1/plate-reader/ | POST, OPTIONS",
                "DELETE /v1/plate-reader/jobs/7 | GET, HEAD, OPTIONS",
                "PATCH /v1/accounts/me | DELETE, GET, HEAD, OPTIONS",
            })
    void method_notOffered_isToldWhatIs(String request, String allowed) throws IOException {
        var answer = new RawHttp(port).send(request + " HTTP/1.1", NOTHING);
        assertJson(answer, 405);
        assertThat(answer.headers()).containsEntry("allow", allowed);
    }
}
