package io.matricula.gateway;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.matricula.service.licence.Licence;
import io.matricula.service.licence.LicenceKey;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What installations tell over HTTP, and what their installers ask. */
@QuarkusTest
class InstallationsTest {
    private static final String HERE = "3F2A-90C4-11D7-5B0E-6A33";
    private static final String[] CHECKS = {"/v1/sdk-webhooks/", "/v1/stream/license/"};

    @Inject
    Accounts accounts;

    private static RequestSpecification with(String token) {
        return given().header("Authorization", "Token " + token).contentType("application/json");
    }

    private static Map<String, Object> report(String licence, long calls) {
        return Map.of(
                "installation",
                HERE,
                "license",
                licence,
                "periods",
                List.of(Map.of("start", "2026-03-01", "calls", calls)));
    }

    @Test
    void report_repeatedAndOutOfOrder_keepsTheLargestTotal() {
        String token = accounts.token();
        for (long calls : new long[] {10, 25, 25, 12}) {
            with(token)
                    .body(report("5d0c9e1a", calls))
                    .post("/v1/sdk/usage")
                    .then()
                    .statusCode(204);
        }
        with(token)
                .get("/v1/sdk/licences")
                .then()
                .statusCode(200)
                .body("licences.installation", contains(HERE))
                .body("licences[0].license", equalTo("5d0c9e1a"))
                .body("licences[0].calls", equalTo(25))
                .body("licences[0].periods.start", contains("2026-03-01"))
                .body("licences[0].periods.calls", contains(25));
        with(token).get("/v1/statistics/").then().body("usage.calls", equalTo(0));
    }

    @Test
    void report_malformed_isRefused() {
        String token = accounts.token();
        with(token).body("{}").post("/v1/sdk/usage").then().statusCode(400).body("installation", hasSize(1));
        with(token)
                .body(report("no id, no", 1))
                .post("/v1/sdk/usage")
                .then()
                .statusCode(400)
                .body("periods", hasSize(1));
        with(token).body(report("x", -1)).post("/v1/sdk/usage").then().statusCode(400);
        with(token)
                .body(Map.of(
                        "installation", HERE, "license", "x", "periods", List.of(Map.of("start", "March", "calls", 1))))
                .post("/v1/sdk/usage")
                .then()
                .statusCode(400);
        with(token)
                .body(Map.of("installation", HERE, "license", "x", "periods", List.of()))
                .post("/v1/sdk/usage")
                .then()
                .statusCode(400);
        with(token).get("/v1/sdk/licences").then().body("licences", hasSize(0));
    }

    @Test
    void installer_knownLicence_is200_unknown404_badToken403() {
        String token = accounts.token();
        with(token).body(report("5d0c-known", 1)).post("/v1/sdk/usage").then().statusCode(204);
        for (String check : CHECKS) {
            for (String slash : new String[] {"", "/"}) {
                with(token).get(check + "5d0c-known" + slash).then().statusCode(200);
                with(token)
                        .get(check + "unknown" + slash)
                        .then()
                        .statusCode(404)
                        .body("status_code", equalTo(404));
                with(token).get(check + "trial" + slash).then().statusCode(404);
                with("0".repeat(40)).get(check + "5d0c-known" + slash).then().statusCode(403);
                given().get(check + "5d0c-known" + slash).then().statusCode(403);
                with(accounts.token()).get(check + "5d0c-known" + slash).then().statusCode(404);
            }
        }
    }

    @Test
    void installer_keyOfTheIssuer_isKnownAtOnce_othersAreNot() {
        String token = accounts.token();
        var licence = new Licence(
                Licence.newId(), "Parking Ltd", HERE, 50_000, true, Instant.EPOCH, LocalDate.parse("2027-11-22"), 14);
        String key = LicenceKey.write(licence, TestWiring.ISSUER.getPrivate());
        String forged = LicenceKey.write(
                licence, io.matricula.service.licence.KeyText.newPair().getPrivate());
        for (String check : CHECKS) {
            with(token).get(check + key + "/").then().statusCode(200);
            with(token).get(check + forged + "/").then().statusCode(404);
        }
    }
}
