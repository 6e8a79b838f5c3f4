package io.matricula.embedded;

import io.matricula.service.testkit.AttemptStoreContract;
import io.matricula.service.throttle.AttemptStore;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

class SqliteAttemptStoreTest extends AttemptStoreContract {
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
    protected AttemptStore store() {
        return state.attempts();
    }
}
