package io.matricula.embedded;

import io.matricula.service.audit.AuditStore;
import io.matricula.service.testkit.AuditStoreContract;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

class SqliteAuditStoreTest extends AuditStoreContract {
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
    protected AuditStore store() {
        return state.audit();
    }
}
