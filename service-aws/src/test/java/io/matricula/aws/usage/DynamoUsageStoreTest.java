package io.matricula.aws.usage;

import io.matricula.aws.CloudState;
import io.matricula.aws.DynamoDbLocal;
import io.matricula.aws.FreshState;
import io.matricula.service.testkit.UsageStoreContract;
import io.matricula.service.usage.UsageStore;
import java.net.URI;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(DynamoDbLocal.class)
class DynamoUsageStoreTest extends UsageStoreContract {
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
    protected UsageStore store() {
        return state.usage();
    }
}
