package io.matricula.lambda.usage;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.matricula.service.account.Account;
import io.matricula.service.account.AccountStore;
import io.matricula.service.account.PlanChange;
import io.matricula.service.plan.Plan;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** The function as the HTTP API and the schedule call it. */
@QuarkusTest
@QuarkusTestResource(StandIn.class)
@EnabledIfSystemProperty(
        named = "os.arch",
        matches = "amd64|x86_64",
        disabledReason = "DynamoDB Local runs on these only")
class UsageFunctionTest {
    private static final Path STATISTICS = Path.of("src", "test", "resources", "events", "statistics.json");
    private static final Path SCHEDULED = Path.of("scheduled-event.json");
    private final ObjectMapper json = new ObjectMapper();

    @Inject
    AccountStore accounts;

    @ConfigProperty(name = "quarkus.lambda.mock-event-server.test-port")
    int port;

    private ObjectNode event(Path file) throws IOException {
        return (ObjectNode) json.readTree(Files.readString(file));
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

    @Test
    void statistics_withAToken_areTold() throws IOException {
        JsonNode answer = answer(event(STATISTICS));

        assertThat(answer.path("statusCode").asInt()).as(answer.toString()).isEqualTo(200);
        assertThat(json.readTree(answer.path("body").asText())
                        .path("total_calls")
                        .asInt())
                .isEqualTo(1_000);
    }

    @Test
    void schedule_rollsPlansOver() throws IOException {
        Plan next = new Plan("next", 10, 1, false);
        Account account = Account.create("bob@example.com", new Plan("first", 5, 1, false), Instant.now());
        accounts.add(account);
        Instant due = Instant.now().minusSeconds(1);
        accounts.update(account.id(), same -> same.withPlan(same.plan(), new PlanChange(next, due)));

        JsonNode answer = answer(event(SCHEDULED));

        assertThat(answer.path("statusCode").asInt()).as(answer.toString()).isEqualTo(204);
        assertThat(accounts.find(account.id()).orElseThrow().plan()).isEqualTo(next);
    }

    @Test
    void schedule_fromOutside_isNotThere() throws IOException {
        ObjectNode event = event(SCHEDULED);
        ((ObjectNode) event.path("requestContext")).put("apiId", "a1b2c3d4e5");

        assertThat(answer(event).path("statusCode").asInt()).isEqualTo(404);
    }
}
