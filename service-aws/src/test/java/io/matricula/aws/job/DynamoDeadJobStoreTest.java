package io.matricula.aws.job;

import io.matricula.aws.AgainstAws;
import io.matricula.aws.CloudState;
import io.matricula.aws.Emulators;
import io.matricula.aws.dynamo.Table;
import io.matricula.service.job.DeadJobStore;
import io.matricula.service.testkit.DeadJobStoreContract;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

@AgainstAws
class DynamoDeadJobStoreTest extends DeadJobStoreContract {
    private CloudState state;

    @BeforeEach
    void open(Emulators emulators) {
        state = emulators.withTables(Table.DEAD_JOBS);
    }

    @AfterEach
    void close() {
        state.close();
    }

    @Override
    protected DeadJobStore store() {
        return state.deadJobs();
    }
}
