package io.matricula.embedded;

import io.matricula.service.testkit.DeadLetterStoreContract;
import io.matricula.service.webhook.DeadLetterStore;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

class SqliteDeadLetterStoreTest extends DeadLetterStoreContract {
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
    protected DeadLetterStore store() {
        return state.deadLetters();
    }
}
