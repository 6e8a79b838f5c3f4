package io.matricula.service.testkit;

import io.matricula.service.account.AccountId;
import io.matricula.service.webhook.DeliveryQueue;
import io.matricula.service.webhook.EventId;
import io.matricula.service.webhook.EventStore;
import io.matricula.service.webhook.QueuedDelivery;
import io.matricula.service.webhook.WebhookEvent;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Events in memory, for tests. Safe for concurrent use. */
public final class InMemoryEventStore implements EventStore {
    private final DeliveryQueue queue;
    private final Map<EventId, WebhookEvent> events = new LinkedHashMap<>();

    public InMemoryEventStore(DeliveryQueue queue) {
        this.queue = queue;
    }

    @Override
    public synchronized void publish(WebhookEvent event, List<QueuedDelivery> deliveries) {
        events.put(event.id(), event);
        queue.add(deliveries);
    }

    @Override
    public synchronized Optional<WebhookEvent> find(AccountId account, EventId id) {
        return Optional.ofNullable(events.get(id))
                .filter(event -> event.account().equals(account));
    }

    @Override
    public synchronized int removeBefore(Instant created) {
        int before = events.size();
        events.values().removeIf(event -> event.created().isBefore(created));
        return before - events.size();
    }

    /** All events, oldest first. */
    public synchronized List<WebhookEvent> all() {
        return List.copyOf(events.values());
    }
}
