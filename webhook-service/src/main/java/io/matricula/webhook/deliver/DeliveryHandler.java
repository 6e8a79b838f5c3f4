package io.matricula.webhook.deliver;

import io.matricula.service.webhook.AttemptResult;
import io.matricula.service.webhook.DeadLetter;
import io.matricula.service.webhook.DeliveryAttempt;
import io.matricula.service.webhook.ImageType;
import io.matricula.service.webhook.LeasedDelivery;
import io.matricula.service.webhook.QueuedDelivery;
import io.matricula.service.webhook.Webhook;
import io.matricula.service.webhook.WebhookEvent;
import io.matricula.service.webhook.WebhookHeader;
import io.matricula.webhook.payload.Payload;
import io.matricula.webhook.payload.PayloadWriter;
import io.matricula.webhook.send.TargetClient;
import io.matricula.webhook.sign.DeliverySignature;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * One attempt at one delivery, from the queue back to the queue: makes it, records it and decides between done, again and given
 * up. Killed at any point, the delivery comes again when its lease runs out. Safe for concurrent use; blocks.
 */
public final class DeliveryHandler {
    private static final Logger LOG = System.getLogger("io.matricula.webhook.delivery");

    private static final int NO_SLOT_MS = 500;

    private final PictureSlots slots = new PictureSlots();
    private final DeliveryState state;
    private final PayloadWriter payloads;
    private final TargetClient client;
    private final TargetHealth health;
    private final DeliveryRules rules;
    private final Clock clock;

    public DeliveryHandler(
            DeliveryState state,
            PayloadWriter payloads,
            TargetClient client,
            SwitchOffNotice notice,
            DeliveryRules rules,
            Clock clock) {
        this.state = state;
        this.payloads = payloads;
        this.client = client;
        this.health = new TargetHealth(state.webhooks(), notice, rules.switchOff());
        this.rules = rules;
        this.clock = clock;
    }

    /** What an attempt says of the target. */
    public enum Outcome {
        GOOD,
        FAILED,
        /** Nothing was sent. */
        SKIPPED
    }

    /** Handles a delivery. What a port throws is thrown on: the delivery then comes again after its lease. */
    public Outcome handle(LeasedDelivery taken) {
        QueuedDelivery delivery = taken.delivery();
        Optional<Webhook> webhook = state.webhooks().find(delivery.account(), delivery.webhook());
        Optional<WebhookEvent> event = state.events().find(delivery.account(), delivery.event());
        if (webhook.isEmpty() || event.isEmpty()) {
            // Its owner removed the webhook, or the event is older than anything is kept.
            state.queue().remove(taken);
            return Outcome.SKIPPED;
        }
        boolean test = event.get().type().equals(WebhookEvent.TEST);
        if (!webhook.get().active() && !test) {
            giveUp(taken, delivery, "the webhook is switched off");
            return Outcome.SKIPPED;
        }
        return wantsPicture(webhook.get(), event.get())
                ? attemptWithPicture(taken, webhook.get(), event.get())
                : attempt(taken, webhook.get(), event.get());
    }

    private static boolean wantsPicture(Webhook webhook, WebhookEvent event) {
        return webhook.settings().image() != ImageType.NONE && event.picture();
    }

    private Outcome attemptWithPicture(LeasedDelivery taken, Webhook webhook, WebhookEvent event) {
        if (!slots.enter(webhook)) {
            Duration delay = Duration.ofMillis(NO_SLOT_MS + rules.random().nextInt(NO_SLOT_MS));
            state.queue().putBack(taken, taken.delivery(), delay);
            return Outcome.SKIPPED;
        }
        try {
            return attempt(taken, webhook, event);
        } finally {
            slots.leave(webhook);
        }
    }

    private Outcome attempt(LeasedDelivery taken, Webhook webhook, WebhookEvent event) {
        Instant at = clock.instant();
        AttemptResult result = send(webhook, event, at);
        QueuedDelivery tried = taken.delivery().attempted();
        boolean test = event.type().equals(WebhookEvent.TEST);
        Optional<Duration> again = result.good() || result.gone() || test
                ? Optional.empty()
                : rules.retries().after(tried.attempts(), result.retryAfter(), rules.random());
        record(tried, at, result, again);
        if (!test) {
            health.note(webhook, result, at);
        }
        if (again.isPresent()) {
            state.queue().putBack(taken, tried, again.get());
        } else if (result.good() || test) {
            state.queue().remove(taken);
        } else {
            giveUp(taken, tried, String.valueOf(result.problem()));
        }
        return result.good() ? Outcome.GOOD : Outcome.FAILED;
    }

    private AttemptResult send(Webhook webhook, WebhookEvent event, Instant at) {
        boolean wantsPicture = webhook.settings().image() != ImageType.NONE && event.picture();
        Optional<byte[]> picture = wantsPicture ? state.pictures().find(event.account(), event.id()) : Optional.empty();
        Payload payload = payloads.write(webhook, event, picture);
        Map<String, String> headers = DeliverySignature.headers(
                event.id(), at, payload.body(), webhook.secrets().validAt(at));
        WebhookHeader own = webhook.settings().header();
        if (own != null) {
            headers.put(own.name(), own.value());
        }
        return client.send(webhook.settings().target(), headers, payload);
    }

    private void record(QueuedDelivery tried, Instant at, AttemptResult result, Optional<Duration> again) {
        Instant next = again.map(clock.instant()::plus).orElse(null);
        state.log()
                .record(new DeliveryAttempt(
                        tried.account(), tried.webhook(), tried.event(), tried.attempts(), at, result, next));
        LOG.log(
                result.good() ? Level.DEBUG : Level.INFO,
                "account={0} webhook={1} event={2} attempt={3} status={4} ms={5} problem={6} next={7}",
                tried.account(),
                tried.webhook(),
                tried.event(),
                tried.attempts(),
                result.status(),
                result.latency().toMillis(),
                result.problem(),
                next);
    }

    private void giveUp(LeasedDelivery taken, QueuedDelivery tried, String reason) {
        state.deadLetters()
                .put(new DeadLetter(
                        tried.account(), tried.webhook(), tried.event(), tried.attempts(), clock.instant(), reason));
        state.queue().remove(taken);
    }
}
