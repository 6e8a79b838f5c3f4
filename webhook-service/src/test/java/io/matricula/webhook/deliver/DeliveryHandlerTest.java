package io.matricula.webhook.deliver;

import static org.assertj.core.api.Assertions.assertThat;

import io.matricula.service.testkit.WebhookReceiver;
import io.matricula.service.webhook.AnswerFacts;
import io.matricula.service.webhook.DeadLetter;
import io.matricula.service.webhook.DeliveryAttempt;
import io.matricula.service.webhook.ImageType;
import io.matricula.service.webhook.Webhook;
import io.matricula.service.webhook.WebhookFilter;
import io.matricula.service.webhook.WebhookHeader;
import io.matricula.service.webhook.WebhookSettings;
import io.matricula.service.webhook.admin.SwitchOnLink;
import io.matricula.webhook.deliver.DeliveryHandler.Outcome;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class DeliveryHandlerTest {
    private static final String DEAD = "http://127.0.0.1:1/";
    private final Deliveries deliveries = new Deliveries();
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

    private static WebhookSettings with(Webhook webhook, ImageType image, WebhookFilter filter, WebhookHeader header) {
        return new WebhookSettings(webhook.settings().target(), image, filter, header, true);
    }

    private void change(Webhook webhook, ImageType image, WebhookFilter filter, WebhookHeader header) {
        deliveries.admin.change(deliveries.account.id(), webhook.id(), same -> with(webhook, image, filter, header));
    }

    @Test
    void handle_goodTarget_deliversOnceAndRecords() {
        Webhook webhook = deliveries.webhook(receiver.url("/"));
        deliveries.publish();
        assertThat(deliveries.handleDue()).containsExactly(Outcome.GOOD);
        assertThat(deliveries.queue.size()).isZero();
        assertThat(deliveries.attempts(webhook)).singleElement().satisfies(attempt -> {
            assertThat(attempt.number()).isEqualTo(1);
            assertThat(attempt.result().status()).isEqualTo(200);
            assertThat(attempt.next()).isNull();
        });
        assertThat(receiver.received()).singleElement().satisfies(request -> assertThat(request.headers())
                .containsKeys("webhook-id", "webhook-timestamp", "webhook-signature"));
    }

    @Test
    void publish_noWebhookWantsIt_writesNothing() {
        Webhook webhook = deliveries.webhook(receiver.url("/"));
        change(webhook, ImageType.NONE, new WebhookFilter(Set.of("gate"), Set.of("fr"), true), null);
        deliveries.publish(new AnswerFacts(null, Set.of("fr"), 1));
        deliveries.publish(new AnswerFacts("gate", Set.of("de"), 1));
        deliveries.publish(new AnswerFacts("gate", Set.of(), 0));
        assertThat(deliveries.events.all()).isEmpty();
        deliveries.publish(new AnswerFacts("gate", Set.of("de", "fr-67"), 2));
        assertThat(deliveries.handleDue()).containsExactly(Outcome.GOOD);
    }

    @Test
    void handle_customHeaderAndPicture_areSent() {
        Webhook webhook = deliveries.webhook(receiver.url("/"));
        change(webhook, ImageType.ORIGINAL, WebhookFilter.ALL, new WebhookHeader("Authorization", "Token x"));
        deliveries.publish();
        deliveries.handleDue();
        assertThat(receiver.received().get(0).headers()).containsEntry("authorization", "Token x");
        assertThat(new String(receiver.received().get(0).body(), StandardCharsets.ISO_8859_1))
                .contains("no picture at all");
    }

    @Test
    void handle_failingTarget_triesForADayUnderTheSameIdThenKeepsADeadLetter() {
        receiver.at("/broken", exchange -> exchange.sendResponseHeaders(500, -1));
        Webhook webhook = deliveries.webhook(receiver.url("/broken"));
        deliveries.publish();
        var start = deliveries.clock.instant();
        for (int attempt = 1; attempt <= 12; attempt++) {
            assertThat(deliveries.handleDue()).containsExactly(Outcome.FAILED);
            assertThat(deliveries.handleDue()).as("not before its time").isEmpty();
            var next = deliveries.attempts(webhook).get(attempt - 1).next();
            if (next != null) {
                deliveries.clock.set(next);
            }
        }
        assertThat(Duration.between(start, deliveries.clock.instant()))
                .isBetween(Duration.ofHours(18), Duration.ofHours(30));
        assertThat(deliveries.queue.size()).isZero();
        assertThat(receiver.received()).hasSize(12);
        assertThat(receiver.received().stream()
                        .map(WebhookReceiver.Received::id)
                        .distinct())
                .hasSize(1);
        assertThat(deliveries.attempts(webhook))
                .extracting(DeliveryAttempt::number)
                .containsExactly(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12);
        assertThat(deliveries.deadLetters.listOf(deliveries.account.id(), webhook.id(), 10))
                .extracting(DeadLetter::reason, DeadLetter::attempts)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("status 500", 12));
    }

    @Test
    void redrive_afterRepair_deliversWhatWasGivenUp() {
        Webhook webhook = deliveries.webhook(DEAD);
        deliveries.publish();
        for (int attempt = 1; attempt <= 12; attempt++) {
            deliveries.clock.advance(Duration.ofHours(8));
            deliveries.handleDue();
        }
        deliveries.webhooks.update(
                deliveries.account.id(),
                webhook.id(),
                now -> now.withSettings(WebhookSettings.of(URI.create(receiver.url("/")))));
        assertThat(deliveries.admin.redrive(deliveries.account.id(), webhook.id()))
                .contains(1);
        assertThat(deliveries.handleDue()).containsExactly(Outcome.GOOD);
        assertThat(deliveries.admin.redrive(deliveries.account.id(), webhook.id()))
                .contains(0);
    }

    @Test
    void redeliver_deliveredEvent_comesAgainUnderTheSameId() {
        Webhook webhook = deliveries.webhook(receiver.url("/"));
        deliveries.publish();
        deliveries.handleDue();
        var event = deliveries.attempts(webhook).get(0).event();
        assertThat(deliveries.admin.redeliver(deliveries.account.id(), webhook.id(), event))
                .isTrue();
        deliveries.handleDue();
        assertThat(receiver.received())
                .extracting(WebhookReceiver.Received::id)
                .containsExactly(event.value(), event.value());
    }

    @Test
    void handle_retryAfter_isHonoured() {
        receiver.at("/busy", exchange -> {
            exchange.getResponseHeaders().set("Retry-After", "600");
            exchange.sendResponseHeaders(429, -1);
        });
        Webhook webhook = deliveries.webhook(receiver.url("/busy"));
        deliveries.publish();
        deliveries.handleDue();
        deliveries.clock.advance(Duration.ofSeconds(599));
        assertThat(deliveries.handleDue()).isEmpty();
        deliveries.clock.advance(Duration.ofSeconds(1));
        assertThat(deliveries.handleDue()).containsExactly(Outcome.FAILED);
        assertThat(deliveries.attempts(webhook)).hasSize(2);
    }

    @Test
    void handle_fiftyFailuresInARowOverMoreThanAnHour_switchesOffAndMailsOnce() {
        Webhook webhook = deliveries.webhook(DEAD);
        for (int i = 0; i < 49; i++) {
            deliveries.publish();
        }
        deliveries.handleDue();
        assertThat(deliveries.now(webhook).active()).isTrue();
        deliveries.publish();
        deliveries.handleDue();
        assertThat(deliveries.now(webhook).active())
                .as("fifty within a second are a restart")
                .isTrue();
        deliveries.clock.advance(Duration.ofMinutes(61));
        deliveries.publish();
        deliveries.handleDue();
        assertThat(deliveries.now(webhook).active()).isFalse();
        assertThat(deliveries.mails).hasSize(1);
        assertThat(deliveries.mails.get(0).to()).isEqualTo("owner@example.org");
        deliveries.clock.advance(Duration.ofHours(8));
        deliveries.handleDue();
        assertThat(deliveries.queue.size()).as("what waits is given up").isZero();
        assertThat(deliveries.deadLetters.listOf(deliveries.account.id(), webhook.id(), 100))
                .hasSize(51);
        assertThat(deliveries.mails).hasSize(1);
    }

    @Test
    void handle_failingForFiveDays_switchesOffWithFewAttempts() {
        Webhook webhook = deliveries.webhook(DEAD);
        deliveries.publish();
        deliveries.handleDue();
        deliveries.clock.advance(Duration.ofDays(5));
        deliveries.handleDue();
        assertThat(deliveries.now(webhook).active()).isFalse();
    }

    @Test
    void handle_targetGone_switchesOffAtOnce() {
        receiver.at("/gone", exchange -> exchange.sendResponseHeaders(410, -1));
        Webhook webhook = deliveries.webhook(receiver.url("/gone"));
        deliveries.publish();
        deliveries.handleDue();
        assertThat(deliveries.now(webhook).active()).isFalse();
        assertThat(deliveries.queue.size()).isZero();
        assertThat(deliveries.mails).hasSize(1);
    }

    @Test
    void linkOfTheMail_once_switchesOnAgain() {
        receiver.at("/gone", exchange -> exchange.sendResponseHeaders(410, -1));
        Webhook webhook = deliveries.webhook(receiver.url("/gone"));
        deliveries.publish();
        deliveries.handleDue();
        Matcher link = Pattern.compile("https://api.example.org/v1/webhooks/switch-on/\\?link=(\\S+)")
                .matcher(deliveries.mails.get(0).text());
        assertThat(link.find()).isTrue();
        SwitchOnLink parsed = SwitchOnLink.parse(link.group(1)).orElseThrow();
        var forged = new SwitchOnLink(parsed.account(), parsed.webhook(), "A".repeat(43));
        assertThat(deliveries.admin.switchOn(forged)).isEmpty();
        assertThat(deliveries.admin.switchOn(parsed)).isPresent();
        assertThat(deliveries.now(webhook).active()).isTrue();
        assertThat(deliveries.now(webhook).health().failures()).isZero();
        assertThat(deliveries.admin.switchOn(parsed)).as("it is on").isEmpty();
    }

    @Test
    void handle_goodAttempt_forgetsFailures() {
        receiver.at(
                "/flaky",
                exchange -> exchange.sendResponseHeaders(receiver.received().size() % 2 == 1 ? 500 : 200, -1));
        Webhook webhook = deliveries.webhook(receiver.url("/flaky"));
        deliveries.publish();
        deliveries.handleDue();
        assertThat(deliveries.now(webhook).health().failures()).isEqualTo(1);
        deliveries.clock.advance(Duration.ofSeconds(15));
        assertThat(deliveries.handleDue()).containsExactly(Outcome.GOOD);
        assertThat(deliveries.now(webhook).health().failures()).isZero();
    }

    @Test
    void test_ofAWebhookThatIsOff_isTriedOnceAndCountsForNothing() {
        Webhook webhook = deliveries.webhook(DEAD);
        deliveries.admin.change(deliveries.account.id(), webhook.id(), settings -> settings.withEnabled(false));
        assertThat(deliveries.admin.test(deliveries.account.id(), webhook.id())).isPresent();
        assertThat(deliveries.handleDue()).containsExactly(Outcome.FAILED);
        assertThat(deliveries.queue.size()).isZero();
        assertThat(deliveries.attempts(webhook)).hasSize(1);
        assertThat(deliveries.now(webhook).health().failures()).isZero();
    }

    @Test
    void handle_webhookRemoved_dropsItsDeliveries() {
        Webhook webhook = deliveries.webhook(receiver.url("/"));
        deliveries.publish();
        deliveries.admin.remove(deliveries.account.id(), webhook.id());
        assertThat(deliveries.handleDue()).containsExactly(Outcome.SKIPPED);
        assertThat(deliveries.queue.size()).isZero();
        assertThat(receiver.received()).isEmpty();
    }

    @Test
    void rotate_twoSecrets_signUntilTheOverlapEnds() {
        Webhook webhook = deliveries.webhook(receiver.url("/"));
        deliveries.admin.rotateSecret(deliveries.account.id(), webhook.id());
        deliveries.publish();
        deliveries.handleDue();
        assertThat(receiver.received().get(0).headers().get("webhook-signature").split(" "))
                .hasSize(2);
        deliveries.clock.advance(Duration.ofHours(24));
        deliveries.publish();
        deliveries.handleDue();
        assertThat(receiver.received().get(1).headers().get("webhook-signature").split(" "))
                .hasSize(1);
    }
}
