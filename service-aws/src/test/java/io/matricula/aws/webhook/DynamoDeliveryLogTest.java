package io.matricula.aws.webhook;

import io.matricula.aws.AgainstAws;
import io.matricula.aws.CloudState;
import io.matricula.aws.Emulators;
import io.matricula.aws.dynamo.Table;
import io.matricula.service.testkit.DeliveryLogContract;
import io.matricula.service.webhook.DeliveryLog;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

@AgainstAws
class DynamoDeliveryLogTest extends DeliveryLogContract {
    private CloudState state;

    @BeforeEach
    void open(Emulators emulators) {
        state = emulators.withTables(Table.DELIVERIES);
    }

    @AfterEach
    void close() {
        state.close();
    }

    @Override
    protected DeliveryLog log() {
        return state.deliveryLog();
    }
}
