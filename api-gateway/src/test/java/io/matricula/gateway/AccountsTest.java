package io.matricula.gateway;

import static io.matricula.gateway.Person.PASSWORD;
import static io.matricula.gateway.Person.anybody;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.matricula.service.testkit.FakeClock;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Accounts, sessions and tokens over HTTP, as a program uses them. */
@QuarkusTest
class AccountsTest {
    private static final String ME = "/v1/accounts/me";

    @Inject
    People people;

    @Inject
    FakeClock clock;

    @ConfigProperty(name = "quarkus.http.test-port")
    int port;

    @BeforeEach
    void forget() {
        people.forgetAttempts();
    }

    private static Map<String, String> credentials(String email, String password) {
        return Map.of("email", email, "password", password);
    }

    @Test
    void signUp_confirmed_isAnAccountOnTheFreePlan() {
        Person ann = people.join();
        ann.call()
                .get(ME)
                .then()
                .statusCode(200)
                .header("Cache-Control", "no-store")
                .body("account.email", equalTo(ann.email()))
                .body("account.state", equalTo("active"))
                .body("member.email", equalTo(ann.email()))
                .body("member.role", equalTo("owner"))
                .body("plan.name", equalTo("free"))
                .body("plan.calls", equalTo(2500));
        ann.call()
                .get("/v1/statistics/")
                .then()
                .statusCode(200)
                .body("usage.calls", equalTo(0))
                .body("total_calls", equalTo(2500));
    }

    @Test
    void signUp_knownAddress_isAnsweredLikeAnUnknownOne() {
        Person ann = people.join();
        String unknown = People.newEmail();
        for (String path : new String[] {"/v1/accounts", "/v1/accounts/password-reset"}) {
            String known = anybody()
                    .body(Map.of("email", ann.email()))
                    .post(path)
                    .then()
                    .statusCode(202)
                    .body("link", nullValue())
                    .extract()
                    .asString();
            int before = people.mails(unknown);
            String other = anybody()
                    .body(Map.of("email", unknown))
                    .post(path)
                    .then()
                    .statusCode(202)
                    .extract()
                    .asString();
            assertThat(other).isEqualTo(known);
            assertThat(people.mails(unknown)).isEqualTo(before + 1);
        }
    }

    @Test
    void signUp_badOrMissingFields_areNamed() {
        anybody().body("{}").post("/v1/accounts").then().statusCode(400).body("email", hasSize(1));
        anybody()
                .body(Map.of("email", "nonsense"))
                .post("/v1/accounts")
                .then()
                .statusCode(400)
                .body("email", hasSize(1));
        anybody().post("/v1/accounts").then().statusCode(400);
        anybody().body("{").post("/v1/accounts").then().statusCode(400).body("status_code", equalTo(400));
        anybody()
                .body(Map.of("token", "0".repeat(40), "password", PASSWORD))
                .post("/v1/accounts/confirm")
                .then()
                .statusCode(400)
                .body("token[0]", equalTo("This link was used already or has expired."));
    }

    @Test
    void signIn_wrongPassword_is403_andAfterTen429() {
        Person ann = people.join();
        for (int i = 0; i < 10; i++) {
            anybody()
                    .body(credentials(ann.email(), "wrong password"))
                    .post("/v1/sessions")
                    .then()
                    .statusCode(403)
                    .body("detail", equalTo("E-mail address or password is wrong."));
        }
        anybody()
                .body(credentials(ann.email(), PASSWORD))
                .post("/v1/sessions")
                .then()
                .statusCode(429)
                .header("Retry-After", "900")
                .body("detail", containsString("Too many attempts"));
    }

    @Test
    void refresh_isGoodOnce() {
        Person ann = people.join();
        String body = "{\"refresh_token\": \"" + ann.refreshToken() + "\"}";
        String next = anybody()
                .body(body)
                .post("/v1/sessions/refresh")
                .then()
                .statusCode(200)
                .body("token_type", equalTo("Bearer"))
                .body("expires_in", equalTo(900))
                .extract()
                .path("refresh_token");
        anybody().body(body).post("/v1/sessions/refresh").then().statusCode(409);
        anybody()
                .body(Map.of("refresh_token", next))
                .post("/v1/sessions/refresh")
                .then()
                .statusCode(200);
        anybody()
                .body(body)
                .post("/v1/sessions/refresh")
                .then()
                .statusCode(403)
                .body("detail", equalTo("The session has ended. Sign in again."));
        ann.call().get(ME).then().statusCode(403);
    }

    @Test
    void signOut_worksAtOnce() {
        Person ann = people.join();
        Person phone = Person.in(ann.email());
        ann.call().delete("/v1/sessions/current").then().statusCode(204);
        ann.call().get(ME).then().statusCode(403);
        phone.call().get(ME).then().statusCode(200);
        phone.call().delete("/v1/sessions").then().statusCode(204);
        phone.call().get(ME).then().statusCode(403);
    }

    @Test
    void reset_byMail_setsThePasswordAndEndsSessions() {
        Person ann = people.join();
        Instant before = clock.instant();
        try {
            clock.advance(Duration.ofMinutes(1));
            anybody()
                    .body(Map.of("email", ann.email()))
                    .post("/v1/accounts/password-reset")
                    .then()
                    .statusCode(202);
            Map<String, String> reset =
                    Map.of("token", people.mailedToken(ann.email()), "password", "another password");
            anybody()
                    .body(reset)
                    .post("/v1/accounts/password-reset/confirm")
                    .then()
                    .statusCode(204);
            anybody()
                    .body(reset)
                    .post("/v1/accounts/password-reset/confirm")
                    .then()
                    .statusCode(400);
            ann.call().get(ME).then().statusCode(403);
            anybody()
                    .body(credentials(ann.email(), PASSWORD))
                    .post("/v1/sessions")
                    .then()
                    .statusCode(403);
            anybody()
                    .body(credentials(ann.email(), "another password"))
                    .post("/v1/sessions")
                    .then()
                    .statusCode(201);
        } finally {
            clock.set(before);
        }
    }

    @Test
    void password_changedWithTheOldOne_endsOtherSessions() {
        Person ann = people.join();
        Person other = Person.in(ann.email());
        ann.call()
                .body(Map.of("current", "wrong password", "password", "another password"))
                .post(ME + "/password")
                .then()
                .statusCode(400)
                .body("current", hasSize(1));
        ann.call()
                .body(Map.of("current", PASSWORD, "password", "qwertyuiop"))
                .post(ME + "/password")
                .then()
                .statusCode(400)
                .body("password[0]", containsString("common"));
        ann.call()
                .body(Map.of("current", PASSWORD, "password", "another password"))
                .post(ME + "/password")
                .then()
                .statusCode(204);
        ann.call().get(ME).then().statusCode(200);
        other.call().get(ME).then().statusCode(403);
    }

    @Test
    void admin_invited_managesTokensButNeitherPeopleNorPlan() {
        Person owner = people.join();
        Person admin = people.invitedBy(owner);
        admin.call()
                .get(ME)
                .then()
                .statusCode(200)
                .body("member.role", equalTo("admin"))
                .body("account.email", equalTo(owner.email()));
        String token = admin.apiToken("gate");
        assertThat(token).matches("[0-9a-f]{40}");
        admin.call()
                .body(Map.of("email", "x@example.org"))
                .post(ME + "/members")
                .then()
                .statusCode(403);
        admin.call().body(Map.of("plan", "free")).put(ME + "/plan").then().statusCode(403);
        admin.call().body(Map.of("password", PASSWORD)).delete(ME).then().statusCode(403);
        String id = owner.call()
                .get(ME + "/members")
                .then()
                .statusCode(200)
                .body("members.role", contains("owner", "admin"))
                .extract()
                .path("members[1].id");
        owner.call().delete(ME + "/members/" + id).then().statusCode(204);
        owner.call().delete(ME + "/members/" + id).then().statusCode(404);
        admin.call().get(ME).then().statusCode(403);
    }

    @Test
    void tokens_createdRotatedRevoked_workAtOnce() {
        Person ann = people.join();
        String first = ann.apiToken("Gate 7");
        String id = ann.call()
                .get("/v1/tokens")
                .then()
                .statusCode(200)
                .body("tokens[0].name", equalTo("Gate 7"))
                .body("tokens[0].last_four", equalTo(first.substring(36)))
                .body("tokens[0].revoked", nullValue())
                .body("tokens[0].token", nullValue())
                .extract()
                .path("tokens[0].id");
        statistics(first, 200);
        String second = ann.call()
                .post("/v1/tokens/" + id + "/rotate")
                .then()
                .statusCode(201)
                .extract()
                .path("token");
        statistics(first, 403);
        statistics(second, 200);
        String next = ann.call()
                .get("/v1/tokens")
                .then()
                .body("tokens.id", hasSize(2))
                .extract()
                .path("tokens.find {it.revoked == null}.id");
        ann.call().delete("/v1/tokens/" + next).then().statusCode(204);
        statistics(second, 403);
        ann.call().delete("/v1/tokens/" + next).then().statusCode(404);
    }

    private static void statistics(String token, int status) {
        io.restassured.RestAssured.given()
                .header("Authorization", "Token " + token)
                .get("/v1/statistics/")
                .then()
                .statusCode(status);
    }

    @Test
    void apiToken_canNeitherMakeTokensNorSeePeople() {
        Person ann = people.join();
        String token = ann.apiToken("gate");
        for (String path : new String[] {"/v1/tokens", ME, ME + "/members", ME + "/audit", ME + "/plan"}) {
            io.restassured.RestAssured.given()
                    .header("Authorization", "Token " + token)
                    .get(path)
                    .then()
                    .statusCode(403)
                    .body("detail", equalTo("This token or role may not do that."));
        }
    }

    @Test
    void plan_onOffer_isTaken_othersAreRefused() {
        Person ann = people.join();
        ann.call()
                .get(ME + "/plan")
                .then()
                .statusCode(200)
                .body("current.name", equalTo("free"))
                .body("planned", nullValue())
                .body("offers.name", contains("free"));
        ann.call().body(Map.of("plan", "free")).put(ME + "/plan").then().statusCode(200);
        ann.call()
                .body(Map.of("plan", "enterprise"))
                .put(ME + "/plan")
                .then()
                .statusCode(400)
                .body("plan", hasSize(1));
    }

    @Test
    void audit_namesWhatWasDone_pageByPage() {
        Person ann = people.join();
        ann.apiToken("gate");
        ann.call()
                .get(ME + "/audit")
                .then()
                .statusCode(200)
                .body("entries.action", hasItems("account_created", "member_joined", "signed_in", "token_created"))
                .body("entries.address", everyItem(equalTo("127.0.0.1")))
                .body("entries.actor", everyItem(not(containsString("@"))))
                .body("next", nullValue());
        String next = ann.call()
                .get(ME + "/audit?limit=1")
                .then()
                .body("entries", hasSize(1))
                .extract()
                .path("next");
        ann.call()
                .queryParam("before", next)
                .get(ME + "/audit?limit=1")
                .then()
                .body("entries[0].id", not(equalTo(next)))
                .body("entries", hasSize(1));
        ann.call().get(ME + "/audit?limit=0").then().statusCode(400).body("limit", hasSize(1));
    }

    @Test
    void account_deletedWithThePassword_isGone() {
        Person ann = people.join();
        String token = ann.apiToken("gate");
        ann.call().body(Map.of("password", "wrong password")).delete(ME).then().statusCode(400);
        ann.call().body(Map.of("password", PASSWORD)).delete(ME).then().statusCode(204);
        ann.call().get(ME).then().statusCode(403);
        statistics(token, 403);
        anybody()
                .body(credentials(ann.email(), PASSWORD))
                .post("/v1/sessions")
                .then()
                .statusCode(403);
    }

    @Test
    void keys_arePublishedWithoutTheirSecretHalf() {
        people.join();
        anybody()
                .get("/.well-known/jwks.json")
                .then()
                .statusCode(200)
                .body("keys[0].kty", equalTo("EC"))
                .body("keys[0].alg", equalTo("ES256"))
                .body("keys[0].kid", matchesPattern("[0-9a-f]{8}"))
                .body("keys[0].d", nullValue());
    }

    @Test
    void body_largeOrOfUnknownLength_isRefused() throws IOException {
        anybody()
                .body("{\"email\": \"" + "x".repeat(70_000) + "\"}")
                .post("/v1/accounts")
                .then()
                .statusCode(413);
        var answer = new RawHttp(port)
                .sendChunked(
                        "POST /v1/accounts HTTP/1.1\r\nContent-Type: application/json",
                        "{}".getBytes(StandardCharsets.US_ASCII),
                        2);
        assertThat(answer.status()).isEqualTo(411);
    }
}
