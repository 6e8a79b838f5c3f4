package io.matricula.aws.job;

import io.matricula.aws.AgainstAws;
import io.matricula.aws.CloudState;
import io.matricula.aws.Emulators;
import io.matricula.service.job.JobQueue;
import io.matricula.service.testkit.JobQueueContract;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

@AgainstAws
class SqsJobQueueTest extends JobQueueContract {
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
    protected JobQueue queue() {
        return state.jobQueue();
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
