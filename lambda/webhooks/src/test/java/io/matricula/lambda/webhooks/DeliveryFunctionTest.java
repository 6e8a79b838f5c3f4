package io.matricula.lambda.webhooks;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.matricula.aws.CloudConfig;
import io.matricula.aws.client.AwsClient;
import io.matricula.aws.sqs.SqsQueue;
import io.matricula.service.account.AccountId;
import io.matricula.service.testkit.DrawnCar;
import io.matricula.service.testkit.WebhookReceiver;
import io.matricula.service.testkit.WebhookReceiver.Received;
import io.matricula.service.webhook.AnswerFacts;
import io.matricula.service.webhook.EventPublisher;
import io.matricula.service.webhook.ImageType;
import io.matricula.service.webhook.Webhook;
import io.matricula.service.webhook.WebhookFilter;
import io.matricula.service.webhook.WebhookSettings;
import io.matricula.service.webhook.admin.WebhookAdmin;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;

/** Batches as Lambda hands them over, from a real queue to real receivers. */
@QuarkusTest
@QuarkusTestResource(StandIns.class)
@EnabledIfSystemProperty(
        named = "os.arch",
        matches = "amd64|x86_64",
        disabledReason = "DynamoDB Local runs on these only")
class DeliveryFunctionTest {
    private static final Duration LEASE = Duration.ofSeconds(3);
    private static final Duration PATIENCE = Duration.ofSeconds(3);
    private static final Pattern PART_NAME = Pattern.compile("form-data; name=\"(\\w+)\"");
    private final AccountId account = new AccountId(UUID.randomUUID().toString());
    private WebhookReceiver receiver;
    private SqsClient client;
    private SqsQueue queue;

    @Inject
    WebhookAdmin webhooks;

    @Inject
    EventPublisher events;

    @Inject
    CloudConfig config;

    @Inject
    ObjectMapper json;

    @ConfigProperty(name = "quarkus.lambda.mock-event-server.test-port")
    int port;

    @BeforeEach
    void start() throws Exception {
        receiver = new WebhookReceiver();
        client = AwsClient.configure(
                        SqsClient.builder(), config.region(), config.endpoints().sqs(), Duration.ofSeconds(25))
                .build();
        queue = new SqsQueue(client, config.prefix() + "deliveries");
    }

    @AfterEach
    void stop() {
        client.close();
        receiver.close();
    }

    private Webhook webhook(String path) {
        return webhook(path, ImageType.NONE);
    }

    private Webhook webhook(String path, ImageType image) {
        return webhooks.create(
                account, new WebhookSettings(URI.create(receiver.url(path)), image, WebhookFilter.ALL, null, true));
    }

    private void publish() {
        events.publish(account, new AnswerFacts(null, Set.of("gb"), 1), () -> "{\"results\":[]}", new byte[0]);
    }

    private List<Message> taken(int count) {
        List<Message> taken = new ArrayList<>();
        while (taken.size() < count) {
            List<Message> more = queue.take(10, LEASE, PATIENCE);
            assertThat(more).isNotEmpty();
            taken.addAll(more);
        }
        return taken;
    }

    /** Ids of the messages that are not over. */
    private List<String> handle(List<Message> messages) throws Exception {
        var records = messages.stream()
                .map(message -> Map.of(
                        "messageId", message.messageId(),
                        "receiptHandle", message.receiptHandle(),
                        "body", message.body(),
                        "attributes", Map.of("ApproximateReceiveCount", "1"),
                        "messageAttributes", Map.of(),
                        "eventSource", "aws:sqs",
                        "eventSourceARN", "arn:aws:sqs:eu-central-1:123456789012:deliveries",
                        "awsRegion", "eu-central-1"))
                .toList();
        return given().port(port)
                .contentType("application/json")
                .body(json.writeValueAsString(Map.of("Records", records)))
                .post("/_lambda_")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getList("batchItemFailures.itemIdentifier");
    }

    @Test
    void batch_delivered_isOver() throws Exception {
        webhook("/a");
        webhook("/b");
        publish();

        assertThat(handle(taken(2))).isEmpty();

        assertThat(receiver.received())
                .extracting(WebhookReceiver.Received::path)
                .containsExactlyInAnyOrder("/a", "/b");
        assertThat(queue.take(10, LEASE, LEASE.plusSeconds(1))).isEmpty();
    }

    @Test
    void delivery_withAPicture_sendsItWholeOrItsVehicles() throws Exception {
        webhook("/whole", ImageType.ORIGINAL);
        webhook("/vehicles", ImageType.VEHICLE);
        byte[] picture = DrawnCar.jpeg();
        String answer = """
                {"filename": "car.jpg", "image_width": 640, "image_height": 480, "results": [
                  {"vehicle": {"box": {"xmin": 100, "ymin": 50, "xmax": 300, "ymax": 250}}}]}""";
        events.publish(account, new AnswerFacts(null, Set.of("gb"), 1), () -> answer, picture);

        assertThat(handle(taken(2))).isEmpty();

        assertThat(form("/whole").get("upload")).isEqualTo(picture);
        Map<String, byte[]> vehicles = form("/vehicles");
        BufferedImage cut = ImageIO.read(new ByteArrayInputStream(vehicles.get("upload")));
        assertThat(List.of(cut.getWidth(), cut.getHeight())).containsExactly(200, 200);
        assertThat(json.readTree(vehicles.get("json"))
                        .at("/data/results/0/vehicle/box/xmin")
                        .asInt())
                .isZero();
    }

    /** The parts of the form that came at a path, by name. */
    private Map<String, byte[]> form(String path) {
        Received received = receiver.received().stream()
                .filter(one -> one.path().equals(path))
                .findFirst()
                .orElseThrow();
        String boundary = "--" + received.headers().get("content-type").replaceFirst(".*boundary=", "");
        Map<String, byte[]> parts = new HashMap<>();
        // Latin-1 keeps every byte as one character.
        for (String part : new String(received.body(), ISO_8859_1).split(boundary + "(--)?\r\n")) {
            Matcher name = PART_NAME.matcher(part);
            if (name.find()) {
                parts.put(
                        name.group(1),
                        part.substring(part.indexOf("\r\n\r\n") + 4, part.length() - 2)
                                .getBytes(ISO_8859_1));
            }
        }
        return parts;
    }

    @Test
    void delivery_refused_goesOnAsAnotherMessageLater() throws Exception {
        receiver.at("/broken", exchange -> exchange.sendResponseHeaders(500, -1));
        Webhook broken = webhook("/broken");
        publish();

        assertThat(handle(taken(1))).isEmpty();

        Instant later = Instant.now().plusSeconds(60);
        assertThat(webhooks.attempts(account, broken.id(), later, 10).orElseThrow())
                .singleElement()
                .satisfies(attempt -> {
                    assertThat(attempt.result().status()).isEqualTo(500);
                    assertThat(attempt.next()).isNotNull();
                });
    }

    @Test
    void delivery_dueLater_staysHiddenInTheQueue() throws Exception {
        Webhook webhook = webhook("/later");
        publish();
        Message now = taken(1).get(0);
        queue.remove(now.receiptHandle());
        // As the queue carries it: the last word is when it is due.
        String text = now.body().substring(0, now.body().lastIndexOf(' ') + 1)
                + Instant.now().plusSeconds(3600);
        queue.add(List.of(text));
        Message early = taken(1).get(0);

        assertThat(handle(List.of(early))).containsExactly(early.messageId());

        assertThat(queue.take(10, LEASE, LEASE.plusSeconds(1))).isEmpty();
        assertThat(receiver.received()).isEmpty();
        queue.remove(early.receiptHandle());
        webhooks.remove(account, webhook.id());
    }

    @Test
    void message_thatNobodyUnderstands_isReportedAlone() throws Exception {
        webhook("/a");
        publish();
        queue.add(List.of("nonsense"));

        List<Message> taken = taken(2);
        Message nonsense = taken.stream()
                .filter(message -> message.body().equals("nonsense"))
                .findFirst()
                .orElseThrow();

        assertThat(handle(taken)).containsExactly(nonsense.messageId());
        assertThat(receiver.received()).hasSize(1);
        queue.remove(nonsense.receiptHandle());
    }
}
