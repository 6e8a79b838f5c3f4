package io.matricula.aws.idempotency;

import io.matricula.aws.CloudState;
import io.matricula.aws.DynamoDbLocal;
import io.matricula.aws.FreshState;
import io.matricula.service.idempotency.IdempotencyStore;
import io.matricula.service.testkit.IdempotencyStoreContract;
import java.net.URI;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(DynamoDbLocal.class)
class DynamoIdempotencyStoreTest extends IdempotencyStoreContract {
    private CloudState state;

    @BeforeEach
    void open(URI dynamo) {
        state = FreshState.at(dynamo);
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
