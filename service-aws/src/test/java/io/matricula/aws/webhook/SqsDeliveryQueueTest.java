package io.matricula.aws.webhook;

import io.matricula.aws.AgainstAws;
import io.matricula.aws.CloudState;
import io.matricula.aws.Emulators;
import io.matricula.service.testkit.DeliveryQueueContract;
import io.matricula.service.webhook.DeliveryQueue;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

@AgainstAws
class SqsDeliveryQueueTest extends DeliveryQueueContract {
    private CloudState state;

    @BeforeEach
    void open(Emulators emulators) {
        state = emulators.withQueues();
    }

    @AfterEach
    void close() {
        state.close();
    }

    @Override
    protected DeliveryQueue queue() {
        return state.deliveries();
    }

    @Override
    protected void pass(Duration time) throws InterruptedException {
        Thread.sleep(time.plusMillis(200).toMillis());
    }

    @Override
    protected Duration patience() {
        return Duration.ofSeconds(2);
    }
}
