package io.matricula.gateway;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.matricula.contract.PlateReaderAnswer;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Walks every route of {@code openapi.yml} as somebody who has no business there. */
@QuarkusTest
class IsolationTest {
    private static final Set<String> METHODS = Set.of("get", "post", "put", "patch", "delete");

    @Inject
    People people;

    private record Route(String method, String path, JsonNode operation) {
        boolean isOpen() {
            return operation.has("security") && operation.path("security").isEmpty()
                    || operation.path("operationId").asText().equals("refresh");
        }

        boolean namesAThing() {
            return path.contains("{");
        }
    }

    private final JsonNode api = read();

    @Test
    void route_withoutCredentials_is403() {
        for (Route route : routes()) {
            if (!route.isOpen()) {
                String path = route.path().replaceAll("\\{[^}]*}", "1");
                assertThat(send(given(), route, path).statusCode())
                        .as(route.toString())
                        .isEqualTo(403);
            }
        }
    }

    @Test
    void route_withAnothersIds_is403Or404_andChangesNothing() {
        Person ann = people.join();
        Person admin = people.invitedBy(ann);
        String token = ann.apiToken("Ann's gate");
        Map<String, String> ids = new HashMap<>();
        ids.put("/v1/tokens/{id}", ann.call().get("/v1/tokens").then().extract().path("tokens[0].id"));
        ids.put(
                "/v1/accounts/me/members/{id}",
                ann.call().get("/v1/accounts/me/members").then().extract().path("members[1].id"));
        ids.put(
                "/v1/sessions/{id}",
                ann.call().get("/v1/sessions").then().statusCode(200).extract().path("sessions[0].id"));
        ids.put("/v1/sdk-webhooks/{license}/", "anns-licence");
        ids.put("/v1/stream/license/{license}/", "anns-licence");
        given().header("Authorization", "Token " + token)
                .contentType("application/json")
                .body("{\"installation\": \"I\", \"license\": \"anns-licence\","
                        + " \"periods\": [{\"start\": \"2026-03-01\", \"calls\": 1}]}")
                .post("/v1/sdk/usage")
                .then()
                .statusCode(204);
        Person eve = people.join();
        int walked = 0;
        for (RequestSpecification credential : credentials(eve)) {
            for (Route route : routes()) {
                if (route.namesAThing()) {
                    Response answer = send(given().spec(credential), route, withIds(route.path(), ids));
                    assertThat(answer.statusCode()).as(route.toString()).isIn(403, 404);
                    walked++;
                }
            }
        }
        assertThat(walked).isGreaterThanOrEqualTo(9);
        given().header("Authorization", "Token " + token)
                .get("/v1/statistics/")
                .then()
                .statusCode(200);
        admin.call().get("/v1/accounts/me").then().statusCode(200);
    }

    @Test
    void route_ofOnesOwn_showsNothingOfAnother() {
        Person ann = people.join();
        people.invitedBy(ann);
        String token = ann.apiToken("Ann's gate");
        String account = ann.call().get("/v1/accounts/me").then().extract().path("account.id");
        Person eve = people.join();
        for (RequestSpecification credential : credentials(eve)) {
            for (Route route : routes()) {
                if (route.method().equals("get") && !route.namesAThing()) {
                    String answer =
                            send(given().spec(credential), route, route.path()).asString();
                    assertThat(answer)
                            .as(route.toString())
                            .doesNotContain(account, ann.email(), "Ann's gate", token.substring(36));
                }
            }
        }
    }

    /** An API token, a phone's token and a session of the same person. */
    private static List<RequestSpecification> credentials(Person person) {
        String token = person.apiToken("own");
        String mobile = given().header("Authorization", "Token " + token)
                .contentType("application/json")
                .post("/v1/tokens/mobile")
                .then()
                .statusCode(201)
                .extract()
                .path("token");
        return List.of(
                given().header("Authorization", "Bearer " + person.accessToken()),
                given().header("Authorization", "Token " + token),
                given().header("Authorization", "Bearer " + mobile));
    }

    private static String withIds(String path, Map<String, String> ids) {
        String filled = path;
        for (var id : ids.entrySet()) {
            if (path.startsWith(id.getKey())) {
                filled = path.replaceAll("\\{(id|license)}", id.getValue());
            }
        }
        // Things that Eve has none of: whatever they are called, the first is another's.
        return filled.replaceAll("\\{[^}]*}", "1");
    }

    private Response send(RequestSpecification request, Route route, String path) {
        JsonNode schema = route.operation().at("/requestBody/content/application~1json/schema");
        if (!schema.isMissingNode()) {
            request.contentType("application/json").body(example(schema).toString());
        }
        return request.request(route.method().toUpperCase(Locale.ROOT), path);
    }

    /** A body that fits a schema, so that nothing is refused for its form. */
    private JsonNode example(JsonNode schema) {
        if (schema.has("$ref")) {
            return example(api.at(schema.get("$ref").asText().substring(1)));
        }
        if (schema.has("example")) {
            return schema.get("example");
        }
        var mapper = new YAMLMapper();
        return switch (schema.path("type").asText()) {
            case "object" -> {
                var body = mapper.createObjectNode();
                schema.path("required")
                        .forEach(name -> body.set(
                                name.asText(), example(schema.path("properties").path(name.asText()))));
                yield body;
            }
            case "integer", "number" ->
                mapper.getNodeFactory().numberNode(schema.path("minimum").asInt(1));
            case "boolean" -> mapper.getNodeFactory().booleanNode(false);
            case "array" -> mapper.createArrayNode();
            default ->
                mapper.getNodeFactory()
                        .textNode(
                                schema.has("enum") ? schema.path("enum").path(0).asText() : "some text here");
        };
    }

    private List<Route> routes() {
        var routes = new ArrayList<Route>();
        api.path("paths").properties().forEach(path -> path.getValue().properties().stream()
                .filter(operation -> METHODS.contains(operation.getKey())
                        && !operation.getValue().path("x-planned").asBoolean())
                .forEach(operation -> routes.add(new Route(operation.getKey(), path.getKey(), operation.getValue()))));
        assertThat(routes).hasSizeGreaterThan(20);
        return routes;
    }

    private static JsonNode read() {
        try (InputStream yaml = PlateReaderAnswer.class.getResourceAsStream("openapi.yml")) {
            return new YAMLMapper().readTree(yaml);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
