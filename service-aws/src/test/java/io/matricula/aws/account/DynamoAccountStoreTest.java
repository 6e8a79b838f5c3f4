package io.matricula.aws.account;

import io.matricula.aws.CloudState;
import io.matricula.aws.DynamoDbLocal;
import io.matricula.aws.FreshState;
import io.matricula.service.account.AccountStore;
import io.matricula.service.testkit.AccountStoreContract;
import java.net.URI;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(DynamoDbLocal.class)
class DynamoAccountStoreTest extends AccountStoreContract {
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
    protected AccountStore store() {
        return state.accounts();
    }
}
