package io.matricula.local;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.matricula.embedded.DemoAccount;
import io.matricula.service.testkit.DrawnCar;
import io.matricula.service.testkit.WebhookReceiver;
import io.matricula.service.testkit.WebhookReceiver.Received;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** From a picture over HTTP to a receiver on this machine: the whole service with the real models, worker and state folder. */
@QuarkusTest
@Timeout(60)
class WebhookE2E {
    private static final byte[] PICTURE = DrawnCar.jpeg();
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private final JsonMapper json = new JsonMapper();
    private WebhookReceiver receiver;
    private int id;
    private String secret;

    @Inject
    DemoAccount demo;

    @BeforeEach
    void start() throws IOException {
        receiver = new WebhookReceiver();
    }

    @AfterEach
    void stop() {
        withToken().delete("/v1/webhooks/" + id).then().statusCode(204);
        receiver.close();
    }

    private RequestSpecification withToken() {
        return given().header("Authorization", "Token " + demo.token().reveal());
    }

    private void create(String image) {
        JsonPath made = withToken()
                .contentType("application/json")
                .body(Map.of("target", receiver.url("/plates"), "image", image))
                .post("/v1/webhooks/")
                .then()
                .statusCode(201)
                .extract()
                .jsonPath();
        id = made.getInt("id");
        secret = made.getString("secret");
    }

    private JsonNode read() throws IOException {
        String answer = withToken()
                .multiPart("upload", "car.jpg", PICTURE)
                .post("/v1/plate-reader/")
                .then()
                .statusCode(201)
                .extract()
                .asString();
        return json.readTree(answer);
    }

    private Received delivered() throws InterruptedException {
        List<Received> received = receiver.await(1, PATIENCE);
        assertThat(received).hasSize(1);
        return received.get(0);
    }

    private static String signature(String secret, Received request) throws Exception {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(Base64.getDecoder().decode(secret.substring("whsec_".length())), "HmacSHA256"));
        mac.update((request.id() + "." + request.headers().get("webhook-timestamp") + ".")
                .getBytes(StandardCharsets.US_ASCII));
        return "v1," + Base64.getEncoder().encodeToString(mac.doFinal(request.body()));
    }

    @Test
    void picture_withAWebhook_arrivesAsJsonSignedAndIsInTheLog() throws Exception {
        create("none");
        JsonNode answer = read();
        Received request = delivered();
        JsonNode body = json.readTree(request.body());
        assertThat(body.path("data")).isEqualTo(answer);
        assertThat(body.path("hook").toString())
                .isEqualTo(
                        "{\"target\":\"" + receiver.url("/plates") + "\",\"id\":" + id + ",\"event\":\"image.done\"}");
        assertThat(request.headers()).containsEntry("webhook-signature", signature(secret, request));
        Thread.sleep(200);
        withToken()
                .get("/v1/webhooks/" + id + "/deliveries/")
                .then()
                .body("deliveries[0].event", equalTo(request.id()))
                .body("deliveries[0].status", equalTo(200));
    }

    @Test
    void picture_withTheOriginal_arrivesByteByByte() throws Exception {
        create("original");
        read();
        String form = new String(delivered().body(), StandardCharsets.ISO_8859_1);
        assertThat(form).contains("\r\n\r\n" + new String(PICTURE, StandardCharsets.ISO_8859_1) + "\r\n--");
    }

    @Test
    void picture_withTheVehicle_arrivesCutAndItsBoxesFitTheCut() throws Exception {
        create("vehicle");
        JsonNode answer = read();
        Received request = delivered();
        String form = new String(request.body(), StandardCharsets.ISO_8859_1);
        String[] parts =
                form.split("\r\n--" + request.headers().get("content-type").split("boundary=")[1]);
        JsonNode data = json.readTree(parts[0].split("\r\n\r\n", 2)[1]).path("data");
        BufferedImage image = ImageIO.read(
                new ByteArrayInputStream(parts[1].split("\r\n\r\n", 2)[1].getBytes(StandardCharsets.ISO_8859_1)));
        assertThat(image.getWidth()).isEqualTo(data.path("image_width").asInt());
        assertThat(image.getHeight()).isEqualTo(data.path("image_height").asInt());
        JsonNode vehicle = answer.at("/results/0/vehicle");
        JsonNode plate = data.at("/results/0/box");
        if (vehicle.path("score").asDouble() > 0) {
            assertThat(plate.path("xmin").asInt())
                    .isLessThan(answer.at("/results/0/box/xmin").asInt());
        }
        assertThat(plate.path("xmin").asInt()).isNotNegative();
        assertThat(plate.path("xmax").asInt()).isLessThanOrEqualTo(image.getWidth());
        assertThat(plate.path("ymax").asInt()).isLessThanOrEqualTo(image.getHeight());
    }

    @Test
    void test_ofAWebhook_arrives() throws Exception {
        create("original");
        String event = withToken()
                .post("/v1/webhooks/" + id + "/test/")
                .then()
                .statusCode(202)
                .extract()
                .path("event");
        Received request = delivered();
        assertThat(request.id()).isEqualTo(event);
        assertThat(new String(request.body(), StandardCharsets.ISO_8859_1))
                .contains("\"event\":\"webhook.test\"")
                .contains("name=\"upload\"");
    }
}
