package io.matricula.gateway;

import static io.matricula.gateway.Person.PASSWORD;
import static io.matricula.gateway.Person.anybody;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.Cookie;
import io.restassured.http.Cookies;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Sessions as a browser has them. */
@QuarkusTest
class SessionCookieTest {
    private static final String ME = "/v1/accounts/me";

    @Inject
    People people;

    private static RequestSpecification script() {
        return anybody().header("X-Requested-With", "console");
    }

    private Response signIn(Map<String, String> headers) {
        Person ann = people.join();
        return script().headers(headers)
                .body(Map.of("email", ann.email(), "password", PASSWORD, "cookie", true))
                .post("/v1/sessions");
    }

    private Cookies cookies() {
        return signIn(Map.of()).then().statusCode(201).extract().detailedCookies();
    }

    @Test
    void signIn_withCookies_givesNothingThatAScriptCouldRead() {
        Response answer = signIn(Map.of());
        answer.then()
                .statusCode(201)
                .body("access_token", nullValue())
                .body("refresh_token", nullValue())
                .body("member.role", equalTo("owner"));
        Cookies cookies = answer.getDetailedCookies();
        assertThat(cookies.asList()).hasSize(2).allSatisfy(cookie -> {
            assertThat(cookie.isHttpOnly()).isTrue();
            assertThat(cookie.getSameSite()).isEqualTo("Strict");
            assertThat(cookie.isSecured()).as("loopback").isFalse();
        });
        assertThat(cookies.get("matricula_session").getPath()).isEqualTo("/v1");
        assertThat(cookies.get("matricula_session").getMaxAge()).isEqualTo(900);
        assertThat(cookies.get("matricula_refresh").getPath()).isEqualTo("/v1/sessions");
    }

    @Test
    void signIn_fromElsewhereThanLoopback_cookiesAreSecure() {
        assertThat(signIn(Map.of("Host", "plates.example")).getDetailedCookies().asList())
                .hasSize(2)
                .allMatch(Cookie::isSecured);
    }

    @Test
    void get_withCookie_isTheSession() {
        anybody().cookies(cookies()).get(ME).then().statusCode(200);
    }

    @Test
    void change_withCookieAlone_isRefused() {
        Cookies cookies = cookies();
        anybody()
                .cookies(cookies)
                .body(Map.of("name", "gate"))
                .post("/v1/tokens")
                .then()
                .statusCode(403)
                .body("detail", containsString("X-Requested-With"));
        script().cookies(cookies)
                .body(Map.of("name", "gate"))
                .post("/v1/tokens")
                .then()
                .statusCode(201);
    }

    @Test
    void request_fromAPageOfAnotherOrigin_isRefused() {
        Cookies cookies = cookies();
        for (Map<String, String> foreign : java.util.List.of(
                Map.of("Origin", "https://evil.example"),
                Map.of("Origin", "null"),
                Map.of("Sec-Fetch-Site", "cross-site"),
                Map.of("Sec-Fetch-Site", "same-site"))) {
            script().cookies(cookies).headers(foreign).get(ME).then().statusCode(403);
            script().cookies(cookies)
                    .headers(foreign)
                    .body(Map.of("name", "x"))
                    .post("/v1/tokens")
                    .then()
                    .statusCode(403);
            script().cookies(cookies)
                    .headers(foreign)
                    .post("/v1/sessions/refresh")
                    .then()
                    .statusCode(403);
            signIn(foreign).then().statusCode(403);
        }
        script().cookies(cookies)
                .header("Sec-Fetch-Site", "same-origin")
                .header("Origin", "http://plates.example")
                .header("Host", "plates.example")
                .get(ME)
                .then()
                .statusCode(200);
    }

    @Test
    void refresh_withCookie_givesTheNextCookies() {
        Cookies first = cookies();
        Cookies second = script().cookies(first)
                .post("/v1/sessions/refresh")
                .then()
                .statusCode(200)
                .body("refresh_token", nullValue())
                .extract()
                .detailedCookies();
        assertThat(second.getValue("matricula_refresh")).isNotEqualTo(first.getValue("matricula_refresh"));
        script().cookies(first).post("/v1/sessions/refresh").then().statusCode(409);
        anybody().cookies(second).get(ME).then().statusCode(200);
        anybody().cookies(second).post("/v1/sessions/refresh").then().statusCode(403);
    }

    @Test
    void signOut_takesTheCookiesBack() {
        Cookies cookies = cookies();
        Response out = script().cookies(cookies).delete("/v1/sessions/current");
        out.then().statusCode(204);
        assertThat(out.getDetailedCookies().asList()).hasSize(2).allMatch(cookie -> cookie.getMaxAge() == 0);
        anybody().cookies(cookies).get(ME).then().statusCode(403);
    }

    @Test
    void plateReader_withCookie_isRefused() {
        script().cookies(cookies())
                .contentType("image/jpeg")
                .body(GoldenRequest.PICTURE)
                .post("/v1/plate-reader/")
                .then()
                .statusCode(403);
    }

    @Test
    void pages_ofOtherOrigins_areAllowedAtPlateReaderOnly() {
        for (String path : new String[] {"/v1/accounts", ME, "/v1/sessions", "/v1/tokens", "/v1/tokens/mobile"}) {
            anybody()
                    .header("Origin", "https://evil.example")
                    .header("Access-Control-Request-Method", "POST")
                    .options(path)
                    .then()
                    .header("Access-Control-Allow-Origin", nullValue())
                    .header("Access-Control-Allow-Headers", nullValue());
        }
        anybody().options("/v1/plate-reader/").then().statusCode(204).header("Access-Control-Allow-Origin", "*");
    }
}
