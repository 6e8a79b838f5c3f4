package io.matricula.local;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.emptyString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.matchesPattern;

import io.matricula.sdk.licence.LicenceAccount;
import io.matricula.service.testkit.DrawnCar;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.Header;
import jakarta.inject.Inject;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The on-premises edition with the real models: what clients of the vendor's container send and index, with no header at all. */
@QuarkusTest
@TestProfile(SdkE2E.OnPremises.class)
class SdkE2E {
    private static final String PATH = "/v1/plate-reader/";

    @Inject
    LicenceAccount account;

    @Inject
    ReadyMessage ready;

    /** The profile that {@code serve --sdk} chooses, with a folder of its own and a licence that is none. */
    public static class OnPremises implements QuarkusTestProfile {
        @Override
        public String getConfigProfile() {
            return "test,sdk";
        }

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "matricula.state",
                    "target/sdk-e2e-" + ProcessHandle.current().pid(),
                    "LICENSE_KEY",
                    "MLK1.no.key");
        }
    }

    @Test
    void picture_withoutAnyHeader_hasTheSdksForm() {
        long before = account.usage().calls();
        given().multiPart("upload", "car.jpg", DrawnCar.jpeg())
                .post(PATH)
                .then()
                .statusCode(200)
                .body("results[0].plate", equalTo("kr718xd"))
                .body("filename", equalTo("car.jpg"))
                .body("timestamp", matchesPattern("\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d\\.\\d{6}"))
                .body("usage.calls", equalTo((int) before + 1))
                .body("usage.max_calls", equalTo(2500));
        assertThat(account.usage().calls()).isEqualTo(before + 1);
    }

    @Test
    void console_ofThisEdition_hasNoAccounts() {
        given().get("/").then().statusCode(200).body(containsString("data-accounts=\"no\""));
    }

    @Test
    void picture_withAHeaderOfNoUse_isRead() {
        given().header(new Header("Authorization", "Token whatever"))
                .multiPart("upload", "upload", DrawnCar.jpeg())
                .post("/v1/plate-reader")
                .then()
                .statusCode(200)
                .body("results", hasSize(1));
    }

    @Test
    void nothing_posted_isASignOfLife() {
        long before = account.usage().calls();
        given().header("Authorization", "Token X")
                .post(PATH)
                .then()
                .statusCode(200)
                .body("results", hasSize(0))
                .body("usage.calls", equalTo((int) before));
        assertThat(account.usage().calls()).isEqualTo(before);
    }

    @Test
    void info_ofATrial_tellsVersionUsageAndInstallation() {
        given().get("/info/")
                .then()
                .statusCode(200)
                .body("version", containsString("."))
                .body("license_key", emptyString())
                .body("total_calls", equalTo(2500))
                .body("usage.calls", equalTo((int) account.usage().calls()))
                .body("webhooks", hasSize(0))
                .body("license.state", equalTo("trial"))
                .body("license.installation", equalTo(account.installation().id()));
        assertThat(ready.text("0.0.0.0", 8080))
                .contains(account.installation().id(), "Trial until", "LICENSE_KEY was not taken", "localhost:8080")
                .doesNotContain("Token");
    }

    @Test
    void sdkWebhooks_ofAnUnknownLicence_areNotFound() {
        given().get("/v1/sdk-webhooks/unknown/").then().statusCode(404).body("status_code", equalTo(404));
    }

    @Test
    void routesOfAccounts_areNotThere() {
        given().get("/v1/accounts/me").then().statusCode(404).body("status_code", equalTo(404));
        given().get("/v1/statistics/").then().statusCode(200).body("total_calls", equalTo(2500));
        given().get("/readyz").then().statusCode(200);
    }
}
