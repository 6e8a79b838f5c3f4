package io.matricula.gateway;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.matricula.service.account.AccountId;
import io.matricula.service.testkit.InMemoryAccountStore;
import io.matricula.service.testkit.InMemoryDeliveryQueue;
import io.matricula.service.testkit.InMemoryEventStore;
import io.matricula.service.testkit.InMemoryWebhookStore;
import io.matricula.service.webhook.AttemptResult;
import io.matricula.service.webhook.DeadLetter;
import io.matricula.service.webhook.DeliveryAttempt;
import io.matricula.service.webhook.EventId;
import io.matricula.service.webhook.LeasedDelivery;
import io.matricula.service.webhook.WebhookEvent;
import io.matricula.service.webhook.WebhookId;
import io.matricula.service.webhook.admin.SwitchOnLink;
import io.matricula.service.webhook.admin.WebhookAdmin;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The settings of webhooks over HTTP, and the events of calls. */
@QuarkusTest
class WebhooksTest {
    private static final Instant NOW = Instant.parse("2026-11-22T13:00:14.745242Z");

    @Inject
    Accounts accounts;

    @Inject
    InMemoryAccountStore accountStore;

    @Inject
    InMemoryWebhookStore webhooks;

    @Inject
    InMemoryDeliveryQueue queue;

    @Inject
    WebhookAdmin.Deliveries deliveries;

    private String token;

    @BeforeEach
    void signUp() {
        token = accounts.token();
        taken();
    }

    private List<LeasedDelivery> taken() {
        return queue.take(1000, Duration.ofSeconds(30), Duration.ZERO);
    }

    private static RequestSpecification as(String token) {
        return given().header("Authorization", "Token " + token);
    }

    private ValidatableResponse create(String body) {
        return as(token).body(body).post("/v1/webhooks/").then();
    }

    private int created(String body) {
        return create(body).statusCode(201).extract().path("id");
    }

    private AccountId account(int id) {
        return accountStore.list().stream()
                .map(account -> account.id())
                .filter(account -> webhooks.find(account, new WebhookId(id)).isPresent())
                .findFirst()
                .orElseThrow();
    }

    @Test
    void create_targetAlone_getsEverythingAsJsonAndShowsItsSecretOnce() {
        JsonPath made = create("{\"target\":\"https://example.org/plates\"}")
                .statusCode(201)
                .body("secret", startsWith("whsec_"))
                .body("image", equalTo("none"))
                .body("enabled", equalTo(true))
                .body("failures", equalTo(0))
                .body("header", nullValue())
                .extract()
                .jsonPath();
        as(token)
                .get("/v1/webhooks/" + made.getInt("id"))
                .then()
                .statusCode(200)
                .body("target", equalTo("https://example.org/plates"))
                .body("secret", nullValue());
    }

    @Test
    void create_everything_isShownButTheHeadersValue() {
        int id = created("{\"target\":\"https://example.org/\",\"image\":\"vehicle\",\"cameras\":[\"gate\"],"
                + "\"regions\":[\"FR\",\"us_ca\"],\"only_with_plates\":true,"
                + "\"header\":{\"name\":\"Authorization\",\"value\":\"Token s3cret\"},\"enabled\":false}");
        String text = as(token)
                .get("/v1/webhooks/" + id + "/")
                .then()
                .statusCode(200)
                .body("image", equalTo("vehicle"))
                .body("regions", contains("fr", "us-ca"))
                .body("cameras", contains("gate"))
                .body("only_with_plates", equalTo(true))
                .body("header", equalTo("Authorization"))
                .body("enabled", equalTo(false))
                .extract()
                .asString();
        assertThat(text).doesNotContain("s3cret");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{}|target",
                "{\"target\":\"example.org\"}|target",
                "{\"target\":\"ftp://example.org/\"}|target",
                "{\"target\":\"http://u:p@example.org/\"}|target",
                "{\"target\":\"http://127.0.0.1:9/\"}|target",
                "{\"target\":\"http://localhost/\"}|target",
                "{\"target\":\"http://[::1]/\"}|target",
                "{\"target\":\"http://0x7f000001/\"}|target",
                "{\"target\":\"http://169.254.169.254/\"}|target",
                "{\"target\":\"https://example.org/\",\"image\":\"big\"}|image",
                "{\"target\":\"https://example.org/\",\"enabled\":\"yes\"}|enabled",
                "{\"target\":\"https://example.org/\",\"cameras\":\"gate\"}|cameras",
                "{\"target\":\"https://example.org/\",\"regions\":[1]}|regions",
                "{\"target\":\"https://example.org/\",\"header\":{\"name\":\"Host\",\"value\":\"x\"}}|header",
                "{\"target\":\"https://example.org/\",\"header\":{\"name\":\"A\",\"value\":\"x\\r\\nB: y\"}}|header",
                "{\"target\":\"https://example.org/\",\"header\":{\"name\":\"webhook-id\",\"value\":\"x\"}}|header",
                "{\"target\":\"https://example.org/\",\"only_plates\":true}|only_plates"
            })
    void create_wrongField_is400AndNamesIt(String body, String field) {
        create(body).statusCode(400).body(field, hasSize(1));
        as(token).get("/v1/webhooks/").then().body("webhooks", hasSize(0));
    }

    @Test
    void create_noJson_is400() {
        create("target=x").statusCode(400);
        create("[]").statusCode(400);
        create("{\"target\":\"" + "x".repeat(70_000) + "\"}").statusCode(413);
    }

    @Test
    void create_moreThanTwenty_is400() {
        for (int i = 0; i < 20; i++) {
            created("{\"target\":\"https://example.org/\"}");
        }
        create("{\"target\":\"https://example.org/\"}").statusCode(400);
        as(token).get("/v1/webhooks").then().body("webhooks", hasSize(20));
    }

    @Test
    void anyRequest_withoutToken_is403() {
        given().get("/v1/webhooks/").then().statusCode(403);
        given().body("{}").post("/v1/webhooks/").then().statusCode(403);
        as("0".repeat(40)).get("/v1/webhooks/1/deliveries").then().statusCode(403);
    }

    @Test
    void anyRequest_ofAnotherAccount_findsNothing() {
        int id = created("{\"target\":\"https://example.org/\"}");
        String event = as(token).post("/v1/webhooks/" + id + "/test").path("event");
        String other = accounts.token();
        String path = "/v1/webhooks/" + id;
        as(other).get("/v1/webhooks/").then().body("webhooks", hasSize(0));
        as(other).get(path).then().statusCode(404);
        as(other).body("{\"enabled\":false}").patch(path).then().statusCode(404);
        as(other).delete(path).then().statusCode(404);
        as(other).post(path + "/test").then().statusCode(404);
        as(other).post(path + "/rotate-secret").then().statusCode(404);
        as(other).get(path + "/deliveries").then().statusCode(404);
        as(other).post(path + "/deliveries/" + event + "/redeliver").then().statusCode(404);
        as(other).get(path + "/dead-letters").then().statusCode(404);
        as(other).post(path + "/redrive").then().statusCode(404);
        as(token).get(path).then().statusCode(200).body("enabled", equalTo(true));
    }

    @Test
    void redeliver_anotherAccountsEvent_isNotFound() {
        int own = created("{\"target\":\"https://example.org/\"}");
        String other = accounts.token();
        int others = as(other)
                .body("{\"target\":\"https://example.org/\"}")
                .post("/v1/webhooks/")
                .path("id");
        String event = as(other).post("/v1/webhooks/" + others + "/test").path("event");
        as(token)
                .post("/v1/webhooks/" + own + "/deliveries/" + event + "/redeliver")
                .then()
                .statusCode(404);
    }

    @Test
    void find_noNumber_is404() {
        as(token).get("/v1/webhooks/x").then().statusCode(404);
        as(token).get("/v1/webhooks/99999999999").then().statusCode(404);
        as(token).post("/v1/webhooks/1/deliveries/x/redeliver").then().statusCode(404);
    }

    @Test
    void change_someFields_keepsTheOthers() {
        int id = created("{\"target\":\"https://example.org/\",\"image\":\"original\",\"cameras\":[\"a\"]}");
        as(token)
                .body("{\"cameras\":[],\"enabled\":false}")
                .patch("/v1/webhooks/" + id + "/")
                .then()
                .statusCode(200)
                .body("cameras", hasSize(0))
                .body("enabled", equalTo(false))
                .body("image", equalTo("original"));
        as(token)
                .body("{\"target\":\"http://10.0.0.1/\"}")
                .patch("/v1/webhooks/" + id)
                .then()
                .statusCode(400);
    }

    @Test
    void delete_webhook_isGone() {
        int id = created("{\"target\":\"https://example.org/\"}");
        as(token).delete("/v1/webhooks/" + id + "/").then().statusCode(204);
        as(token).get("/v1/webhooks/" + id).then().statusCode(404);
    }

    @Test
    void rotateSecret_once_showsTheNewOneAndTheEndOfTheOld() {
        int id = created("{\"target\":\"https://example.org/\"}");
        as(token)
                .post("/v1/webhooks/" + id + "/rotate-secret/")
                .then()
                .statusCode(200)
                .body("secret", startsWith("whsec_"))
                .body("previous_secret_until", equalTo("2026-11-23T13:00:14.745242Z"));
    }

    @Test
    void call_ofAnAccountWithAWebhook_queuesItsAnswerBeforeItGoesOut() {
        int id = created("{\"target\":\"https://example.org/\",\"image\":\"original\"}");
        String answer = as(token)
                .multiPart("upload", "car.jpg", GoldenRequest.PICTURE)
                .post("/v1/plate-reader/")
                .then()
                .statusCode(201)
                .extract()
                .asString();
        List<LeasedDelivery> taken = taken();
        assertThat(taken).hasSize(1);
        AccountId account = account(id);
        EventId event = taken.get(0).delivery().event();
        WebhookEvent told = deliveries.events().find(account, event).orElseThrow();
        assertThat(told.type()).isEqualTo("image.done");
        assertThat(told.data()).isEqualTo(answer);
        assertThat(deliveries.pictures().find(account, event)).contains(GoldenRequest.PICTURE);
    }

    @Test
    void call_withNothingFound_isToldToo() {
        created("{\"target\":\"https://example.org/\"}");
        byte[] empty = GoldenRequest.PICTURE.clone();
        empty[empty.length - 1] = 'E';
        as(token)
                .multiPart("upload", "car.jpg", empty)
                .post("/v1/plate-reader/")
                .then()
                .body("results", hasSize(0));
        assertThat(taken()).hasSize(1);
    }

    @Test
    void call_filteredOutOrWithoutWebhook_writesNoEvent() {
        created("{\"target\":\"https://example.org/\",\"cameras\":[\"other\"]}");
        created("{\"target\":\"https://example.org/\",\"enabled\":false}");
        int before = ((InMemoryEventStore) deliveries.events()).all().size();
        as(token)
                .multiPart("upload", "car.jpg", GoldenRequest.PICTURE)
                .multiPart("camera_id", "gate")
                .post("/v1/plate-reader/")
                .then()
                .statusCode(201);
        assertThat(((InMemoryEventStore) deliveries.events()).all()).hasSize(before);
    }

    @Test
    void deliveries_ofAWebhook_arePaged() {
        int id = created("{\"target\":\"https://example.org/\"}");
        for (int i = 0; i < 3; i++) {
            deliveries
                    .log()
                    .record(new DeliveryAttempt(
                            account(id),
                            new WebhookId(id),
                            EventId.random(),
                            i + 1,
                            NOW.plusSeconds(i),
                            new AttemptResult(500, Duration.ofMillis(12), "oops", "status 500", null),
                            NOW.plusSeconds(20)));
        }
        String path = "/v1/webhooks/" + id + "/deliveries/";
        String at = as(token)
                .get(path + "?limit=2")
                .then()
                .statusCode(200)
                .body("deliveries.attempt", contains(3, 2))
                .body("deliveries[0].problem", equalTo("status 500"))
                .body("deliveries[0].answer", equalTo("oops"))
                .body("deliveries[0].milliseconds", equalTo(12))
                .extract()
                .path("deliveries[1].at");
        as(token).queryParam("before", at).get(path).then().body("deliveries.attempt", contains(1));
        as(token).get(path + "?limit=0").then().statusCode(400);
        as(token).get(path + "?before=yesterday").then().statusCode(400);
    }

    @Test
    void redrive_deadLetters_areOnTheirWayAgain() {
        int id = created("{\"target\":\"https://example.org/\"}");
        deliveries
                .deadLetters()
                .put(new DeadLetter(account(id), new WebhookId(id), EventId.random(), 12, NOW, "status 500"));
        as(token)
                .get("/v1/webhooks/" + id + "/dead-letters/")
                .then()
                .body("dead_letters[0].attempts", equalTo(12))
                .body("dead_letters[0].reason", equalTo("status 500"));
        as(token)
                .post("/v1/webhooks/" + id + "/redrive/")
                .then()
                .statusCode(202)
                .body("redriven", equalTo(1));
        assertThat(taken()).hasSize(1);
        as(token).get("/v1/webhooks/" + id + "/dead-letters/").then().body("dead_letters", hasSize(0));
    }

    @Test
    void switchOn_byTheMailsLink_asksFirstAndThenDoes() {
        int id = created("{\"target\":\"https://example.org/\"}");
        var off = webhooks.update(account(id), new WebhookId(id), now -> now.gone(NOW))
                .orElseThrow();
        String link = SwitchOnLink.of(off).orElseThrow().text();
        given().queryParam("link", link)
                .get("/v1/webhooks/switch-on/")
                .then()
                .statusCode(200)
                .contentType(startsWith("text/html"));
        as(token).get("/v1/webhooks/" + id).then().body("enabled", equalTo(false));
        given().queryParam("link", link.substring(0, link.length() - 2) + "AA")
                .post("/v1/webhooks/switch-on/")
                .then()
                .statusCode(404);
        given().queryParam("link", link).post("/v1/webhooks/switch-on/").then().statusCode(200);
        as(token)
                .get("/v1/webhooks/" + id)
                .then()
                .body("enabled", equalTo(true))
                .body("switched_off_at", nullValue());
    }
}
