package io.matricula.rehearsal;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.matricula.service.testkit.DrawnCar;
import io.matricula.service.testkit.PlateReaderContract;
import io.matricula.service.testkit.WebhookReceiver;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** The cloud edition answers as the local one does, and loses nothing when a worker is killed. */
@EnabledIfSystemProperty(
        named = "os.arch",
        matches = "amd64|x86_64",
        disabledReason = "DynamoDB Local runs on these only")
@TestInstance(Lifecycle.PER_CLASS)
@Timeout(600)
class RehearsalE2E extends PlateReaderContract {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private Rehearsal rehearsal;

    /** What stands in for AWS; null for the emulators. */
    @Nullable
    URI aws() {
        return null;
    }

    @BeforeAll
    void start() throws IOException, InterruptedException {
        Path folder = Path.of("target", getClass().getSimpleName());
        rehearsal = Rehearsal.start(new Rehearsal.Settings(Path.of(".."), Program.freePort(), 2, folder, aws()));
    }

    @AfterAll
    void stop() {
        rehearsal.close();
    }

    @Override
    protected RequestSpecification request() {
        return given().baseUri(rehearsal.url());
    }

    @Override
    protected String token() {
        return rehearsal.token().reveal();
    }

    @Test
    void console_forPeople_isServed() {
        assertThat(request().get("/confirm").then().statusCode(200).extract().asString())
                .contains("<div id=\"app\">");
    }

    @Test
    void recognition_withoutAnAccount_isNotOffered() {
        request().body(DrawnCar.jpeg()).post("/internal/recognitions").then().statusCode(404);
    }

    private RequestSpecification asAccount() {
        return request().header("Authorization", "Token " + token());
    }

    @Test
    void answer_withAWebhook_isDelivered() throws Exception {
        try (var receiver = new WebhookReceiver()) {
            int id = asAccount()
                    .contentType("application/json")
                    .body(Map.of("target", receiver.url("/plates")))
                    .post("/v1/webhooks/")
                    .then()
                    .statusCode(201)
                    .extract()
                    .path("id");
            asAccount()
                    .multiPart("upload", "car.jpg", DrawnCar.jpeg())
                    .post("/v1/plate-reader/")
                    .then()
                    .statusCode(201);

            assertThat(receiver.await(1, PATIENCE)).hasSize(1);
            assertThat(new String(receiver.await(1, PATIENCE).get(0).body(), StandardCharsets.UTF_8))
                    .contains("kr718xd");
            asAccount().delete("/v1/webhooks/" + id).then().statusCode(204);
        }
    }

    /** The 200 pictures and 20 kills: {@code -Drehearsal.pictures=200 -Drehearsal.kills=20}. */
    @Test
    void worker_killedUnderQueuedPictures_losesNone() throws IOException, InterruptedException {
        int kills = Integer.getInteger("rehearsal.kills", 3);
        int pictures = Integer.getInteger("rehearsal.pictures", 12);
        long before = calls();
        List<String> jobs = new ArrayList<>();
        for (int kill = 1; kill <= kills; kill++) {
            while (jobs.size() < pictures * kill / kills) {
                jobs.add(queued());
            }
            String worker = "worker-" + (1 + kill % 2);
            rehearsal.awaitReady(worker);
            rehearsal.kill(worker);
        }
        Map<String, Long> states =
                jobs.stream().collect(Collectors.groupingBy(this::stateAtTheEnd, Collectors.counting()));

        assertThat(states).isEqualTo(Map.of("done", (long) pictures));
        assertThat(calls()).isEqualTo(before + pictures);
    }

    private String queued() {
        return asAccount()
                .header("Prefer", "respond-async")
                .multiPart("upload", "car.jpg", DrawnCar.jpeg())
                .post("/v1/plate-reader/")
                .then()
                .statusCode(202)
                .extract()
                .header("Location");
    }

    private String stateAtTheEnd(String job) {
        String state = "queued";
        long end = System.nanoTime() + PATIENCE.multipliedBy(3).toNanos();
        while (state.equals("queued") && System.nanoTime() < end) {
            state = asAccount().get(job).then().statusCode(200).extract().path("state");
        }
        return state;
    }
}
