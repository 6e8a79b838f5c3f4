package io.matricula.service.webhook;

import io.matricula.service.account.AccountId;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Tells an account's webhooks of an answer: one delivery for each webhook that wants it, all of them on disk before this returns,
 * and therefore before the answer goes out. Writes nothing for an account that has no webhook for it. Safe for concurrent use.
 */
public final class EventPublisher {
    private final WebhookStore webhooks;
    private final EventStore events;
    private final EventPictureStore pictures;
    private final Clock clock;

    public EventPublisher(WebhookStore webhooks, EventStore events, EventPictureStore pictures, Clock clock) {
        this.webhooks = webhooks;
        this.events = events;
        this.pictures = pictures;
        this.clock = clock;
    }

    /**
     * Publishes an answer, also one without plates.
     *
     * @param facts what filters go by
     * @param data the answer as JSON; asked for only if somebody wants it
     * @param picture as the client sent it, upright or not
     * @return the event; empty if nobody wants it
     */
    public Optional<EventId> publish(AccountId account, AnswerFacts facts, Supplier<String> data, byte[] picture) {
        List<Webhook> wanting = webhooks.listOf(account).stream()
                .filter(webhook ->
                        webhook.active() && webhook.settings().filter().passes(facts))
                .toList();
        if (wanting.isEmpty()) {
            return Optional.empty();
        }
        boolean withPicture =
                wanting.stream().anyMatch(webhook -> webhook.settings().image() != ImageType.NONE);
        Instant now = clock.instant();
        var event = new WebhookEvent(EventId.random(), account, now, WebhookEvent.IMAGE_DONE, data.get(), withPicture);
        if (withPicture) {
            // Before the event: a delivery that is taken at once has to find it.
            pictures.put(account, event.id(), picture);
        }
        events.publish(
                event,
                wanting.stream()
                        .map(webhook -> QueuedDelivery.fresh(webhook, event.id(), now))
                        .toList());
        return Optional.of(event.id());
    }
}
