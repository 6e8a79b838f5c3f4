package io.matricula.webhook.deliver;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.sun.net.httpserver.HttpExchange;
import io.matricula.service.testkit.WebhookReceiver;
import io.matricula.service.webhook.ImageType;
import io.matricula.service.webhook.Webhook;
import io.matricula.service.webhook.WebhookFilter;
import io.matricula.service.webhook.WebhookSettings;
import io.matricula.webhook.deliver.DeliveryHandler.Outcome;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Receivers with the habits of those that the vendor publishes: each gets what it needs. */
@Timeout(60)
class OfficialReadersTest {
    private static final String DATA = """
            {"processing_time":12.5,"results":[{"box":{"xmin":1,"ymin":2,"xmax":3,"ymax":4},"plate":"nhk552",
            "candidates":[{"score":0.9,"plate":"nhk552"}]}],"filename":"1617_7M83K_upload_json.jpg",
            "camera_id":"50% + T\u00fcr","timestamp":"2026-03-05T12:00:00.250000Z"}""";
    private final Deliveries deliveries = new Deliveries();
    private final JsonMapper json = new JsonMapper();
    private WebhookReceiver receiver;

    @BeforeEach
    void start() throws IOException {
        receiver = new WebhookReceiver();
    }

    @AfterEach
    void stop() throws IOException {
        receiver.close();
        deliveries.close();
    }

    private void deliver(String path, ImageType image) {
        Webhook webhook = deliveries.webhook(receiver.url(path));
        deliveries.admin.change(
                deliveries.account.id(),
                webhook.id(),
                same -> new WebhookSettings(same.target(), image, WebhookFilter.ALL, null, true));
        new io.matricula.service.webhook.EventPublisher(
                        deliveries.webhooks, deliveries.events, deliveries.pictures, deliveries.clock)
                .publish(
                        deliveries.account.id(),
                        new io.matricula.service.webhook.AnswerFacts(null, Set.of(), 1),
                        () -> DATA,
                        Deliveries.PICTURE);
    }

    private void assertData(JsonNode body) throws IOException {
        assertThat(body.path("data")).isEqualTo(json.readTree(DATA));
        assertThat(body.at("/hook/event").asText()).isEqualTo("image.done");
        assertThat(body.at("/hook/id").isInt()).isTrue();
        assertThat(body.at("/hook/target").asText()).startsWith("http://127.0.0.1:");
    }

    @Test
    void readerThatUrlDecodesJson_getsTheSameJson() throws IOException {
        deliver("/", ImageType.NONE);
        deliveries.handleDue();
        String body = new String(receiver.received().get(0).body(), StandardCharsets.UTF_8);
        assertData(json.readTree(URLDecoder.decode(body, StandardCharsets.UTF_8)));
    }

    @Test
    void readerThatNeverAnswers_hasItAndIsTriedAgainLater() throws Exception {
        var release = new CountDownLatch(1);
        receiver.at("/silent", exchange -> {
            try {
                release.await(20, TimeUnit.SECONDS);
            } catch (InterruptedException e) {
                throw new IOException(e);
            }
        });
        deliver("/silent", ImageType.NONE);
        long start = System.nanoTime();
        assertThat(deliveries.handleDue()).containsExactly(Outcome.FAILED);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(10));
        release.countDown();
        assertData(json.readTree(receiver.received().get(0).body()));
        assertThat(deliveries.queue.size()).isEqualTo(1);
    }

    /** As the reader for Lambda: the boundary is all that follows "boundary=", parts are told apart by words in their heads. */
    @Test
    void readerThatTakesTheBoundaryToTheEndOfTheLine_findsBothParts() throws IOException {
        deliver("/", ImageType.ORIGINAL);
        deliveries.handleDue();
        var request = receiver.received().get(0);
        String type = request.headers().get("content-type");
        String boundary = type.substring(type.indexOf("boundary=") + "boundary=".length());
        String body = new String(request.body(), StandardCharsets.ISO_8859_1);
        String foundJson = null;
        String foundUpload = null;
        for (String part : body.split("--" + java.util.regex.Pattern.quote(boundary))) {
            String[] halves = part.split("\r\n\r\n", 2);
            if (halves[0].contains("json")) {
                foundJson = halves[1].strip();
            } else if (halves[0].contains("upload")) {
                foundUpload = halves[1].substring(0, halves[1].length() - 2);
            }
        }
        assertData(json.readTree(foundJson));
        assertThat(foundUpload).isEqualTo(new String(Deliveries.PICTURE, StandardCharsets.ISO_8859_1));
        assertThat(json.readTree(foundJson)
                        .at("/data/results/0/candidates/0/plate")
                        .asText())
                .isEqualTo("nhk552");
    }

    /** As the readers on Flask and C#: a form field without a file's name, and a file with one. */
    @Test
    void readerOfForms_findsAFieldAndAFile() throws IOException {
        deliver("/", ImageType.ORIGINAL);
        deliveries.handleDue();
        String body = new String(receiver.received().get(0).body(), StandardCharsets.ISO_8859_1);
        String[] heads = Arrays.stream(body.split("\r\n"))
                .filter(line -> line.startsWith("Content-Disposition"))
                .toArray(String[]::new);
        assertThat(heads)
                .containsExactly(
                        "Content-Disposition: form-data; name=\"json\"",
                        "Content-Disposition: form-data; name=\"upload\"; filename=\"picture.jpg\"");
    }

    /** As the vendor's tester: whatever is 300 or more has failed. */
    @Test
    void readerThatAnswersOddly_isNotTakenForGood() {
        receiver.at("/odd", (HttpExchange exchange) -> exchange.sendResponseHeaders(302, -1));
        deliver("/odd", ImageType.NONE);
        assertThat(deliveries.handleDue()).containsExactly(Outcome.FAILED);
    }
}
