package io.matricula.aws.webhook;

import io.matricula.aws.AgainstAws;
import io.matricula.aws.CloudState;
import io.matricula.aws.Emulators;
import io.matricula.aws.dynamo.Table;
import io.matricula.service.testkit.DeadLetterStoreContract;
import io.matricula.service.webhook.DeadLetterStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

@AgainstAws
class DynamoDeadLetterStoreTest extends DeadLetterStoreContract {
    private CloudState state;

    @BeforeEach
    void open(Emulators emulators) {
        state = emulators.withTables(Table.DEAD_LETTERS);
    }

    @AfterEach
    void close() {
        state.close();
    }

    @Override
    protected DeadLetterStore store() {
        return state.deadLetters();
    }
}
