package io.matricula.aws.identity;

import io.matricula.aws.AgainstAws;
import io.matricula.aws.CloudState;
import io.matricula.aws.Emulators;
import io.matricula.aws.dynamo.Table;
import io.matricula.service.testkit.AttemptStoreContract;
import io.matricula.service.throttle.AttemptStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

@AgainstAws
class DynamoAttemptStoreTest extends AttemptStoreContract {
    private CloudState state;

    @BeforeEach
    void open(Emulators emulators) {
        state = emulators.withTables(Table.ATTEMPTS);
    }

    @AfterEach
    void close() {
        state.close();
    }

    @Override
    protected AttemptStore store() {
        return state.attempts();
    }
}
