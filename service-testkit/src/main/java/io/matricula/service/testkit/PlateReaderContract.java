package io.matricula.service.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.anEmptyMap;
import static org.hamcrest.Matchers.emptyString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What every edition answers over HTTP with the real models, on a drawn picture whose plate is KR 718 XD. Who runs it brings REST Assured. */
public abstract class PlateReaderContract {
    private static final byte[] PICTURE = DrawnCar.jpeg();
    private static final String PATH = "/v1/plate-reader/";

    /** Keys of a run are no keys of the next. */
    private final long started = System.nanoTime();

    /** A request to the service, without a token. */
    protected abstract RequestSpecification request();

    /** A token of an account whose plan includes make, model, colour and orientation. */
    protected abstract String token();

    @Test
    void picture_ofOneCar_givesItsPlateInPlace() {
        JsonPath answer = withToken()
                .multiPart("upload", "car.jpg", PICTURE)
                .post(PATH)
                .then()
                .statusCode(201)
                .body("results", hasSize(1))
                .body("results[0].plate", equalTo("kr718xd"))
                .body("results[0].candidates[0].plate", equalTo("kr718xd"))
                .body("results[0].score", greaterThan(0.6f))
                .body("image_width", equalTo(640))
                .body("image_height", equalTo(480))
                .extract()
                .jsonPath();
        assertThat(answer.getInt("results[0].box.xmin")).isBetween(225, 245);
        assertThat(answer.getInt("results[0].box.ymin")).isBetween(335, 355);
        assertThat(answer.getInt("results[0].box.xmax")).isBetween(395, 415);
        assertThat(answer.getInt("results[0].box.ymax")).isBetween(371, 391);
        assertThat(answer.getDouble("processing_time")).isGreaterThan(1);
    }

    @Test
    void picture_readLater_hasItsAnswerSoon() throws InterruptedException {
        String job = withToken()
                .header("Prefer", "respond-async")
                .multiPart("upload", "car.jpg", PICTURE)
                .post(PATH)
                .then()
                .statusCode(202)
                .body("state", equalTo("queued"))
                .extract()
                .header("Location");
        JsonPath answer = withToken().get(job).jsonPath();
        for (int i = 0; i < 300 && answer.getString("state").equals("queued"); i++) {
            Thread.sleep(100);
            answer = withToken().get(job).jsonPath();
        }
        assertThat(answer.getString("state")).isEqualTo("done");
        assertThat(answer.getString("answer.results[0].plate")).isEqualTo("kr718xd");
    }

    @Test
    void picture_withDetail_namesCornersAndCharacters() {
        List<String> symbols = withToken()
                .contentType("application/json")
                .body(Map.of("upload", Base64.getEncoder().encodeToString(PICTURE), "config", Map.of("detail", "full")))
                .post(PATH)
                .then()
                .statusCode(201)
                .body("results[0].corners", hasSize(4))
                .extract()
                .path("results[0].characters.char");
        assertThat(String.join("", symbols)).isEqualTo("KR718XD");
    }

    @Test
    void picture_withMmc_describesTheVehicle() {
        withToken()
                .multiPart("upload", "car.jpg", PICTURE)
                .multiPart("mmc", "true")
                .post(PATH)
                .then()
                .statusCode(201)
                .header("Warning", nullValue())
                .body("results[0].vehicle.score", greaterThan(0.2f))
                .body("results[0].model_make[0].make", not(emptyString()))
                .body("results[0].color[0].color", not(emptyString()))
                .body("results[0].orientation[0].orientation", not(emptyString()));
    }

    @Test
    void picture_ofWhichVehiclesAreAsked_pairsThemWithPlates() {
        withToken()
                .multiPart("upload", "car.jpg", PICTURE)
                .multiPart("config", "{\"detection_mode\": \"vehicle\"}")
                .post(PATH)
                .then()
                .statusCode(201)
                .body("version", equalTo(2))
                .body("results[0].plate.props.plate[0].value", equalTo("kr718xd"))
                .body("results[0].vehicle.box.xmax", greaterThan(0))
                .body("results[0].vehicle.props", anEmptyMap());
    }

    @Test
    void picture_withoutCar_saysWhyItIsEmpty() {
        withToken()
                .multiPart("upload", "grey.png", DrawnPictures.grey("png", 320, 240))
                .multiPart("config", "{\"detail\": \"full\"}")
                .post(PATH)
                .then()
                .statusCode(201)
                .body("results", hasSize(0))
                .body("reason", equalTo("no_vehicle"));
    }

    @Test
    void call_recognised_isCountedOnceAndKept() {
        long before = calls();
        withToken().multiPart("upload", "car.jpg", PICTURE).post(PATH).then().statusCode(201);
        withToken()
                .multiPart("upload", "car.jpg", "no picture".getBytes())
                .post(PATH)
                .then()
                .statusCode(400);
        byte[] broken = PICTURE.clone();
        Arrays.fill(broken, 4, 1000, (byte) 0);
        withToken().multiPart("upload", "car.jpg", broken).post(PATH).then().statusCode(400);
        assertThat(calls()).isEqualTo(before + 1);
    }

    @Test
    void unknownRegion_isAcceptedAndNamed() {
        withToken()
                .multiPart("regions", "zz-nowhere")
                .multiPart("upload", "car.jpg", PICTURE)
                .post(PATH)
                .then()
                .statusCode(201)
                .header("Warning", "299 matricula \"unknown regions were ignored: zz-nowhere\"");
    }

    @Test
    void textFormat_thatIsNoExpression_isRefused() {
        withToken()
                .multiPart("config", "{\"text_formats\": [\"[a-\"]}")
                .multiPart("upload", "car.jpg", PICTURE)
                .post(PATH)
                .then()
                .statusCode(400)
                .body("detail", startsWith("config: text_formats:"));
    }

    @Test
    void token_thatIsWrong_isRefusedAsJson() {
        request()
                .header("Authorization", "Token " + "0".repeat(40))
                .multiPart("upload", "car.jpg", PICTURE)
                .post(PATH)
                .then()
                .statusCode(403)
                .body("status_code", equalTo(403))
                .body("detail", not(emptyString()));
    }

    @Test
    void probes_ofServiceThatRuns_areGood() {
        request().get("/readyz").then().statusCode(200).body("status", equalTo("UP"));
        request().get("/healthz").then().statusCode(200).body("status", equalTo("UP"));
    }

    @Test
    void request_repeatedUnderItsKey_isCountedOnce() {
        long before = calls();
        String first = repeated().header("Idempotent-Replayed");
        String second = repeated().header("Idempotent-Replayed");
        assertThat(first).isNull();
        assertThat(second).isEqualTo("true");
        assertThat(calls()).isEqualTo(before + 1);
    }

    private Response repeated() {
        return withToken()
                .header("Idempotency-Key", getClass().getName() + "-" + started)
                .multiPart("upload", "car.jpg", PICTURE)
                .post(PATH);
    }

    /** Of the account, in this period. */
    protected final long calls() {
        return withToken()
                .get("/v1/statistics/")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getLong("usage.calls");
    }

    private RequestSpecification withToken() {
        return request().header("Authorization", "Token " + token());
    }
}
