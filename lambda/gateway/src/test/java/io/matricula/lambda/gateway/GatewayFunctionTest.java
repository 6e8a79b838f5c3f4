package io.matricula.lambda.gateway;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The function as the HTTP API calls it: events of payload version 2, bodies in base64 where they are binary. */
@QuarkusTest
@QuarkusTestResource(StandIn.class)
@EnabledIfSystemProperty(
        named = "os.arch",
        matches = "amd64|x86_64",
        disabledReason = "DynamoDB Local runs on these only")
class GatewayFunctionTest {
    private static final int MEGABYTE = 1 << 20;
    private static final Pattern SCRIPT = Pattern.compile("src=\"(/assets/[^\"]+\\.js)\"");
    private final ObjectMapper json = new ObjectMapper();

    @ConfigProperty(name = "quarkus.lambda.mock-event-server.test-port")
    int port;

    private ObjectNode event(String name) throws IOException {
        try (InputStream file = getClass().getResourceAsStream("/events/" + name)) {
            return (ObjectNode) json.readTree(file);
        }
    }

    private JsonNode answer(JsonNode event) throws IOException {
        String answer = given().port(port)
                .contentType("application/json")
                .body(json.writeValueAsBytes(event))
                .post("/_lambda_")
                .then()
                .statusCode(200)
                .extract()
                .asString();
        return json.readTree(answer);
    }

    private JsonNode body(JsonNode answer) throws IOException {
        assertThat(answer.path("isBase64Encoded").asBoolean()).isFalse();
        return json.readTree(answer.path("body").asText());
    }

    @ParameterizedTest
    @ValueSource(strings = {"multipart.json", "multipart-base64.json", "json.json", "urlencoded.json"})
    void picture_inEveryForm_isRead(String name) throws IOException {
        JsonNode answer = answer(event(name));

        assertThat(answer.path("statusCode").asInt()).as(answer.toString()).isEqualTo(201);
        assertThat(body(answer).at("/results/0/plate").asText()).isEqualTo("nhk552");
        assertThat(body(answer).at("/usage/calls").asInt()).isPositive();
    }

    @Test
    void picture_over3Megabytes_is413AsJson() throws IOException {
        byte[] picture = Arrays.copyOf(small(), 3 * MEGABYTE + 1);
        JsonNode answer = answer(withPicture(picture));

        assertThat(answer.path("statusCode").asInt()).as(answer.toString()).isEqualTo(413);
        assertThat(body(answer).path("detail").asText()).isNotEmpty();
        assertThat(body(answer).path("error").asText()).isNotEmpty();
    }

    @Test
    void picture_of3Megabytes_isTaken() throws IOException {
        byte[] picture = Arrays.copyOf(small(), 3 * MEGABYTE);

        assertThat(answer(withPicture(picture)).path("statusCode").asInt()).isEqualTo(201);
    }

    private byte[] small() throws IOException {
        JsonNode fields = json.readTree(event("json.json").path("body").asText());
        return Base64.getDecoder().decode(fields.path("upload").asText());
    }

    private ObjectNode withPicture(byte[] picture) throws IOException {
        String head = "--b\r\nContent-Disposition: form-data; name=\"upload\"; filename=\"car.jpg\"\r\n\r\n";
        byte[] start = head.getBytes(StandardCharsets.US_ASCII);
        byte[] end = "\r\n--b--\r\n".getBytes(StandardCharsets.US_ASCII);
        byte[] body = Arrays.copyOf(start, start.length + picture.length + end.length);
        System.arraycopy(picture, 0, body, start.length, picture.length);
        System.arraycopy(end, 0, body, start.length + picture.length, end.length);
        ObjectNode event = event("multipart.json");
        ObjectNode headers = (ObjectNode) event.path("headers");
        headers.put("content-type", "multipart/form-data; boundary=b");
        headers.put("content-length", Integer.toString(body.length));
        return event.put("body", Base64.getEncoder().encodeToString(body));
    }

    @Test
    void picture_withoutAToken_is403() throws IOException {
        ObjectNode event = event("multipart.json");
        ((ObjectNode) event.path("headers")).remove("authorization");

        JsonNode answer = answer(event);

        assertThat(answer.path("statusCode").asInt()).isEqualTo(403);
        assertThat(answer.path("headers").toString()).contains("X-Request-Id");
    }

    @Test
    void page_ofTheConsole_isSent() throws IOException {
        JsonNode answer = answer(page("/"));

        assertThat(answer.path("statusCode").asInt()).as(answer.toString()).isEqualTo(200);
        assertThat(answer.path("body").asText()).contains("<div id=\"app\">");
    }

    @Test
    void script_thatBrowsersTakeCompressed_arrivesWhole() throws IOException {
        Matcher script = SCRIPT.matcher(answer(page("/")).path("body").asText());
        assertThat(script.find()).isTrue();
        ObjectNode event = page(script.group(1));
        ((ObjectNode) event.path("headers")).put("accept-encoding", "gzip, br");

        JsonNode answer = answer(event);

        assertThat(answer.path("headers").toString()).contains("text/javascript");
        byte[] body = answer.path("isBase64Encoded").asBoolean()
                ? Base64.getDecoder().decode(answer.path("body").asText())
                : answer.path("body").asText().getBytes(StandardCharsets.UTF_8);
        if (answer.path("headers").toString().contains("gzip")) {
            body = new GZIPInputStream(new ByteArrayInputStream(body)).readAllBytes();
        }
        assertThat(new String(body, StandardCharsets.UTF_8)).contains("import");
    }

    private ObjectNode page(String path) throws IOException {
        ObjectNode event = event("json.json").put("rawPath", path).put("routeKey", "GET /{page}");
        event.remove(List.of("body", "isBase64Encoded"));
        ((ObjectNode) event.path("headers")).remove(List.of("content-type", "content-length", "authorization"));
        ObjectNode http = (ObjectNode) event.path("requestContext").path("http");
        http.put("method", "GET").put("path", path);
        return event;
    }

    @Test
    void primingEvents_needNoConnection() throws IOException {
        try (InputStream file = getClass().getResourceAsStream("/priming-events.jsonl")) {
            String text = new String(file.readAllBytes(), StandardCharsets.UTF_8);
            for (String line : text.lines().toList()) {
                int status = answer(json.readTree(line)).path("statusCode").asInt();
                assertThat(status).as(line).isIn(200, 403);
            }
        }
    }
}
