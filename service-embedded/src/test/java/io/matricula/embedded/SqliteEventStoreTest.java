package io.matricula.embedded;

import io.matricula.service.testkit.EventStoreContract;
import io.matricula.service.testkit.FakeClock;
import io.matricula.service.webhook.DeliveryQueue;
import io.matricula.service.webhook.EventStore;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

class SqliteEventStoreTest extends EventStoreContract {
    private final FakeClock clock = FakeClock.at("2026-03-05T12:00:00Z");

    @TempDir
    Path folder;

    private LocalState state;

    @BeforeEach
    void open() {
        state = LocalState.open(folder);
    }

    @AfterEach
    void close() {
        state.close();
    }

    @Override
    protected EventStore store() {
        return state.events(clock);
    }

    @Override
    protected DeliveryQueue queue() {
        return state.deliveries(clock);
    }
}
