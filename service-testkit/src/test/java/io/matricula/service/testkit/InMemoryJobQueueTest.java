package io.matricula.service.testkit;

import java.time.Duration;

class InMemoryJobQueueTest extends JobQueueContract {
    private final FakeClock clock = FakeClock.at("2026-03-05T12:00:00Z");
    private final InMemoryJobQueue queue = new InMemoryJobQueue(clock);

    @Override
    protected InMemoryJobQueue queue() {
        return queue;
    }

    @Override
    protected void pass(Duration time) {
        clock.advance(time);
    }
}
