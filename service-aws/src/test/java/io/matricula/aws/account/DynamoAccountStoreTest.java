package io.matricula.aws.account;

import io.matricula.aws.AgainstAws;
import io.matricula.aws.CloudState;
import io.matricula.aws.Emulators;
import io.matricula.aws.dynamo.Table;
import io.matricula.service.account.AccountStore;
import io.matricula.service.testkit.AccountStoreContract;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

@AgainstAws
class DynamoAccountStoreTest extends AccountStoreContract {
    private CloudState state;

    @BeforeEach
    void open(Emulators emulators) {
        state = emulators.withTables(Table.ACCOUNTS);
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
