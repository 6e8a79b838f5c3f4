package io.matricula.service.webhook;

import io.matricula.service.account.AccountId;
import java.time.Instant;

/**
 * An event on its way to one target.
 *
 * @param attempts how many attempts were made so far
 * @param queued when it was put into the queue at first, or anew by its owner
 */
public record QueuedDelivery(AccountId account, WebhookId webhook, EventId event, int attempts, Instant queued) {
    /** A delivery that nobody has tried yet. */
    public static QueuedDelivery fresh(Webhook webhook, EventId event, Instant now) {
        return new QueuedDelivery(webhook.account(), webhook.id(), event, 0, now);
    }

    public QueuedDelivery attempted() {
        return new QueuedDelivery(account, webhook, event, attempts + 1, queued);
    }
}
