package io.matricula.gateway;

import static io.restassured.RestAssured.given;

import io.restassured.path.json.JsonPath;
import io.restassured.specification.RequestSpecification;
import java.util.Map;

/** Somebody who has signed up and in over HTTP. */
record Person(String email, String accessToken, String refreshToken) {
    static final String PASSWORD = "gate seven opens";

    /** Requests with the access token. */
    RequestSpecification call() {
        return given().header("Authorization", "Bearer " + accessToken).contentType("application/json");
    }

    static RequestSpecification anybody() {
        return given().contentType("application/json");
    }

    /** Signs in. */
    static Person in(String email) {
        JsonPath answer = anybody()
                .body(Map.of("email", email, "password", PASSWORD))
                .post("/v1/sessions")
                .then()
                .statusCode(201)
                .extract()
                .jsonPath();
        return new Person(email, answer.getString("access_token"), answer.getString("refresh_token"));
    }

    /** A new API token of this person's account. */
    String apiToken(String name) {
        return call().body(Map.of("name", name))
                .post("/v1/tokens")
                .then()
                .statusCode(201)
                .extract()
                .path("token");
    }
}
