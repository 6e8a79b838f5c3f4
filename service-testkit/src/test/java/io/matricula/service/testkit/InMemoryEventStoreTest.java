package io.matricula.service.testkit;

import io.matricula.service.webhook.DeliveryQueue;
import io.matricula.service.webhook.EventStore;

class InMemoryEventStoreTest extends EventStoreContract {
    private final DeliveryQueue queue = new InMemoryDeliveryQueue(FakeClock.at("2026-03-05T12:00:00Z"));
    private final EventStore store = new InMemoryEventStore(queue);

    @Override
    protected EventStore store() {
        return store;
    }

    @Override
    protected DeliveryQueue queue() {
        return queue;
    }
}
