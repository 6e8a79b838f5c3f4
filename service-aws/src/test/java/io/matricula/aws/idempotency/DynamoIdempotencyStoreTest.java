package io.matricula.aws.idempotency;

import io.matricula.aws.AgainstAws;
import io.matricula.aws.CloudState;
import io.matricula.aws.Emulators;
import io.matricula.aws.dynamo.Table;
import io.matricula.service.idempotency.IdempotencyStore;
import io.matricula.service.testkit.IdempotencyStoreContract;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

@AgainstAws
class DynamoIdempotencyStoreTest extends IdempotencyStoreContract {
    private CloudState state;

    @BeforeEach
    void open(Emulators emulators) {
        state = emulators.withTables(Table.IDEMPOTENCY);
    }

    @AfterEach
    void close() {
        state.close();
    }

    @Override
    protected IdempotencyStore store() {
        return state.idempotency();
    }

    @Override
    protected boolean removesByItself() {
        return true;
    }
}
