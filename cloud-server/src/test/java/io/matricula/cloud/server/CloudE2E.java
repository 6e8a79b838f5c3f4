package io.matricula.cloud.server;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.matricula.service.account.AccountStore;
import io.matricula.service.job.JobPictureStore;
import io.matricula.service.job.JobQueue;
import io.matricula.service.job.LeasedJob;
import io.matricula.service.testkit.WebhookReceiver;
import io.matricula.service.testkit.WebhookReceiver.Received;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** All services in one process on what stands in for AWS; only recognition is not. */
@QuarkusTest
@QuarkusTestResource(StandIns.class)
@EnabledIfSystemProperty(
        named = "os.arch",
        matches = "amd64|x86_64",
        disabledReason = "DynamoDB Local runs on these only")
@Timeout(60)
class CloudE2E {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Pattern LINK_TOKEN = Pattern.compile("\\b([0-9a-f]{40})\\b");

    @Inject
    AccountStore accounts;

    @Inject
    JobQueue jobs;

    @Inject
    JobPictureStore pictures;

    private static RequestSpecification withToken() {
        return given().header("Authorization", "Token " + StandIns.TOKEN);
    }

    private static byte[] picture() throws IOException {
        var bytes = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(64, 48, BufferedImage.TYPE_3BYTE_BGR), "jpeg", bytes);
        return bytes.toByteArray();
    }

    private static JsonPath read(byte[] picture) {
        return withToken()
                .multiPart("upload", "car.jpg", picture)
                .post("/v1/plate-reader/")
                .then()
                .statusCode(201)
                .extract()
                .jsonPath();
    }

    @Test
    void probes_withItsStateThere_areGood() {
        given().get("/healthz").then().statusCode(200);
        given().get("/readyz").then().statusCode(200).body("status", equalTo("UP"));
    }

    @Test
    void pictures_areReadAndCounted() throws IOException {
        int before = calls();
        JsonPath answer = read(picture());
        assertThat(answer.getString("results[0].plate")).isEqualTo("nhk552");
        assertThat(answer.getInt("usage.calls")).isEqualTo(before + 1);
        assertThat(calls()).isEqualTo(before + 1);
    }

    private static int calls() {
        return withToken()
                .get("/v1/statistics/")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getInt("usage.calls");
    }

    @Test
    void picture_withAWebhook_isDeliveredThroughTheQueue() throws Exception {
        try (var receiver = new WebhookReceiver()) {
            int id = withToken()
                    .contentType("application/json")
                    .body(Map.of("target", receiver.url("/plates"), "image", "original"))
                    .post("/v1/webhooks/")
                    .then()
                    .statusCode(201)
                    .extract()
                    .jsonPath()
                    .getInt("id");
            read(picture());

            List<Received> received = receiver.await(1, PATIENCE);

            assertThat(received).hasSize(1);
            assertThat(received.get(0).headers()).containsKey("webhook-signature");
            assertThat(new String(received.get(0).body(), StandardCharsets.ISO_8859_1))
                    .contains("nhk552");
            withToken().delete("/v1/webhooks/" + id).then().statusCode(204);
        }
    }

    @Test
    void picture_forLater_isStoredAndQueued() throws IOException {
        String job = withToken()
                .header("Prefer", "respond-async")
                .multiPart("upload", "car.jpg", picture())
                .post("/v1/plate-reader/")
                .then()
                .statusCode(202)
                .extract()
                .header("Location");

        withToken().get(job).then().statusCode(200).body("state", equalTo("queued"));
        assertThat(jobs.take(1, Duration.ofSeconds(30), PATIENCE))
                .singleElement()
                .satisfies(taken -> assertThat(
                                pictures.find(taken.job().account(), taken.job().job()))
                        .isPresent());
    }

    @Test
    void batch_ofAZipThatLiesInS3_isQueued() throws Exception {
        // Not bounded as a picture in a body is: that one is longer.
        byte[] zip = zip(picture(), Arrays.copyOf(picture(), 4 << 20));
        JsonPath upload = withToken()
                .contentType("application/json")
                .body(Map.of("size", zip.length))
                .post("/v1/uploads")
                .then()
                .statusCode(201)
                .extract()
                .jsonPath();
        HttpRequest put = HttpRequest.newBuilder(URI.create(upload.getString("put_url")))
                .PUT(HttpRequest.BodyPublishers.ofByteArray(zip))
                .build();
        assertThat(HttpClient.newHttpClient()
                        .send(put, HttpResponse.BodyHandlers.discarding())
                        .statusCode())
                .isEqualTo(200);

        String batch = withToken()
                .contentType("application/json")
                .body(Map.of("zips", List.of(upload.getString("upload_url"))))
                .post("/v1/plate-reader/batch")
                .then()
                .statusCode(202)
                .body("queued", equalTo(2))
                .extract()
                .path("id");

        for (int taken = 0; taken < 2; ) {
            List<LeasedJob> some = jobs.take(2, Duration.ofSeconds(30), PATIENCE);
            assertThat(some).isNotEmpty().allSatisfy(one -> {
                assertThat(one.job().job().value()).startsWith(batch);
                assertThat(pictures.find(one.job().account(), one.job().job())).isPresent();
                jobs.remove(one);
            });
            taken += some.size();
        }
    }

    private static byte[] zip(byte[]... files) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            for (int number = 0; number < files.length; number++) {
                zip.putNextEntry(new ZipEntry(number + ".jpg"));
                zip.write(files[number]);
            }
        }
        return bytes.toByteArray();
    }

    @Test
    void signUp_overHttp_isMailedAndEndsInAToken() {
        String email = "bob@example.com";
        given().contentType("application/json")
                .body(Map.of("email", email))
                .post("/v1/accounts")
                .then()
                .statusCode(202);
        String password = "a long enough passphrase";
        given().contentType("application/json")
                .body(Map.of("token", mailedToken(email), "password", password))
                .post("/v1/accounts/confirm")
                .then()
                .statusCode(201);

        assertThat(accounts.findByEmail(email)).isPresent();
        given().contentType("application/json")
                .body(Map.of("email", email, "password", password))
                .post("/v1/sessions")
                .then()
                .statusCode(201);
    }

    private static String mailedToken(String email) {
        String mail = StandIns.MAILS.stream()
                .filter(sent -> sent.contains(email))
                .findFirst()
                .orElseThrow();
        Matcher token = LINK_TOKEN.matcher(mail);
        assertThat(token.find()).as(mail).isTrue();
        return token.group(1);
    }
}
