package io.matricula.gateway;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Short-lived tokens for phones, over HTTP. */
@QuarkusTest
class MobileTokenTest {
    private static final String PATH = "/v1/tokens/mobile";

    @Inject
    People people;

    @Inject
    FakeDispatch dispatch;

    @BeforeEach
    void forget() {
        dispatch.forget();
    }

    private static ValidatableResponse create(String apiToken, Map<String, ?> options) {
        return given().header("Authorization", "Token " + apiToken)
                .contentType("application/json")
                .body(options)
                .post(PATH)
                .then();
    }

    private static ValidatableResponse read(String token, String camera) {
        return given().header("Authorization", "Bearer " + token)
                .contentType("application/x-www-form-urlencoded")
                .formParam("upload", java.util.Base64.getEncoder().encodeToString(GoldenRequest.PICTURE))
                .formParam("camera_id", camera)
                .post("/v1/plate-reader/")
                .then();
    }

    @Test
    void token_ofABackend_readsPlatesAtTheAccountsExpense() {
        Person ann = people.join();
        String backend = ann.apiToken("backend");
        String token = create(backend, Map.of("expires_in", 600))
                .statusCode(201)
                .body("token_type", equalTo("Bearer"))
                .body("expires", equalTo("2026-11-22T13:10:14Z"))
                .extract()
                .path("token");
        read(token, "any")
                .statusCode(201)
                .header("X-RateLimit-Remaining", "2499")
                .body("camera_id", equalTo("any"));
        given().header("Authorization", "Token " + backend)
                .get("/v1/statistics/")
                .then()
                .body("usage.calls", equalTo(1));
    }

    @Test
    void token_boundToACamera_isGoodForThatAlone() {
        String token = create(people.join().apiToken("backend"), Map.of("camera_id", "gate-7"))
                .statusCode(201)
                .body("camera_id", equalTo("gate-7"))
                .extract()
                .path("token");
        read(token, "gate-8")
                .statusCode(403)
                .body("detail", equalTo("This token is good for the camera_id \"gate-7\" only."));
        read(token, "").statusCode(201).body("camera_id", equalTo("gate-7"));
    }

    @Test
    void token_anywhereElse_isRefused() {
        String token =
                create(people.join().apiToken("backend"), Map.of()).extract().path("token");
        for (String path : new String[] {"/v1/statistics/", "/v1/tokens", "/v1/accounts/me"}) {
            given().header("Authorization", "Bearer " + token).get(path).then().statusCode(403);
        }
        given().header("Authorization", "Bearer " + token)
                .contentType("application/json")
                .post(PATH)
                .then()
                .statusCode(403);
        given().header("Authorization", "Token " + token)
                .get("/v1/statistics/")
                .then()
                .statusCode(403);
    }

    @Test
    void token_whoseMakerIsRevoked_isRefused() {
        Person ann = people.join();
        String token = create(ann.apiToken("backend"), Map.of()).extract().path("token");
        String id = ann.call().get("/v1/tokens").then().extract().path("tokens[0].id");
        ann.call().delete("/v1/tokens/" + id).then().statusCode(204);
        read(token, "x").statusCode(403).body("detail", equalTo("Invalid token."));
    }

    @Test
    void accessTokenOfASession_atPlateReader_isRefused() {
        Person ann = people.join();
        read(ann.accessToken(), "x").statusCode(403).body("detail", equalTo("This token or role may not do that."));
    }

    @Test
    void options_outOfBounds_areNamed() {
        String backend = people.join().apiToken("backend");
        create(backend, Map.of("expires_in", 59)).statusCode(400).body("expires_in", hasSize(1));
        create(backend, Map.of("expires_in", 86_401)).statusCode(400).body("expires_in", hasSize(1));
        create(backend, Map.of("camera_id", "")).statusCode(400).body("camera_id", hasSize(1));
        create(backend, Map.of("camera_id", "x".repeat(256))).statusCode(400).body("camera_id", hasSize(1));
    }
}
