package io.matricula.service.testkit;

import io.matricula.service.webhook.DeliveryQueue;
import java.time.Duration;

class InMemoryDeliveryQueueTest extends DeliveryQueueContract {
    private final FakeClock clock = FakeClock.at("2026-03-05T12:00:00Z");
    private final DeliveryQueue queue = new InMemoryDeliveryQueue(clock);

    @Override
    protected DeliveryQueue queue() {
        return queue;
    }

    @Override
    protected void pass(Duration time) {
        clock.advance(time);
    }
}
