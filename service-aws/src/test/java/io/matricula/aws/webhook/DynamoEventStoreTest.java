package io.matricula.aws.webhook;

import io.matricula.aws.AgainstAws;
import io.matricula.aws.CloudState;
import io.matricula.aws.Emulators;
import io.matricula.aws.dynamo.Table;
import io.matricula.service.testkit.EventStoreContract;
import io.matricula.service.webhook.DeliveryQueue;
import io.matricula.service.webhook.EventStore;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

@AgainstAws
class DynamoEventStoreTest extends EventStoreContract {
    private CloudState state;

    @BeforeEach
    void open(Emulators emulators) {
        state = emulators.withQueuesAndTables(Table.EVENTS);
    }

    @AfterEach
    void close() {
        state.close();
    }

    @Override
    protected EventStore store() {
        return state.events();
    }

    @Override
    protected DeliveryQueue queue() {
        return state.deliveries();
    }

    @Override
    protected Duration patience() {
        return Duration.ofSeconds(2);
    }
}
