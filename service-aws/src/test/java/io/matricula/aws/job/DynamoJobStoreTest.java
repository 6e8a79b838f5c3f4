package io.matricula.aws.job;

import io.matricula.aws.AgainstAws;
import io.matricula.aws.CloudState;
import io.matricula.aws.Emulators;
import io.matricula.aws.dynamo.Table;
import io.matricula.service.job.JobStore;
import io.matricula.service.testkit.JobStoreContract;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

@AgainstAws
class DynamoJobStoreTest extends JobStoreContract {
    private CloudState state;

    @BeforeEach
    void open(Emulators emulators) {
        state = emulators.withTables(Table.JOBS);
    }

    @AfterEach
    void close() {
        state.close();
    }

    @Override
    protected JobStore store() {
        return state.jobs();
    }
}
