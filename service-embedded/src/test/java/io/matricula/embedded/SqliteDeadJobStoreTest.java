package io.matricula.embedded;

import io.matricula.service.job.DeadJobStore;
import io.matricula.service.testkit.DeadJobStoreContract;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

class SqliteDeadJobStoreTest extends DeadJobStoreContract {
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
    protected DeadJobStore store() {
        return state.deadJobs();
    }
}
