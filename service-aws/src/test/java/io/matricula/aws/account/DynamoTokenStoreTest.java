package io.matricula.aws.account;

import io.matricula.aws.AgainstAws;
import io.matricula.aws.CloudState;
import io.matricula.aws.Emulators;
import io.matricula.aws.dynamo.Table;
import io.matricula.service.account.AccountStore;
import io.matricula.service.testkit.TokenStoreContract;
import io.matricula.service.token.TokenStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

@AgainstAws
class DynamoTokenStoreTest extends TokenStoreContract {
    private CloudState state;

    @BeforeEach
    void open(Emulators emulators) {
        state = emulators.withTables(Table.ACCOUNTS, Table.TOKENS);
    }

    @AfterEach
    void close() {
        state.close();
    }

    @Override
    protected TokenStore store() {
        return state.tokens();
    }

    @Override
    protected AccountStore accounts() {
        return state.accounts();
    }
}
