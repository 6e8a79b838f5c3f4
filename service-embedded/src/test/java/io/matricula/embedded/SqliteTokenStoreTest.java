package io.matricula.embedded;

import io.matricula.service.account.AccountStore;
import io.matricula.service.testkit.TokenStoreContract;
import io.matricula.service.token.TokenStore;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

class SqliteTokenStoreTest extends TokenStoreContract {
    @TempDir
    Path folder;

    private LocalState state;

    @BeforeEach
    void open() {
        state = LocalState.open(folder);
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
