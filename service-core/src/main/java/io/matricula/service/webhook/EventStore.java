package io.matricula.service.webhook;

import io.matricula.service.account.AccountId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Port: the events of the last {@link Retention#EVENTS}. Safe for concurrent use, also by several processes. All methods throw
 * {@link java.io.UncheckedIOException} if the store can't be reached.
 */
public interface EventStore {
    /**
     * Takes an event and queues its deliveries in the {@link DeliveryQueue}. Both are durable when the method returns: whatever
     * happens to the process afterwards, each delivery will be taken from the queue and will find its event. If the method throws,
     * part of the deliveries may have been queued.
     *
     * @param deliveries of this event; at least one
     */
    void publish(WebhookEvent event, List<QueuedDelivery> deliveries);

    /** An account's event; empty if there is none, or none any more. */
    Optional<WebhookEvent> find(AccountId account, EventId id);

    /**
     * Removes the events created before an instant. A store that forgets by itself may do nothing.
     *
     * @return how many were removed
     */
    int removeBefore(Instant created);
}
