package io.matricula.embedded;

import io.matricula.service.licence.InstallationStore;
import io.matricula.service.testkit.InstallationStoreContract;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

class SqliteInstallationStoreTest extends InstallationStoreContract {
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
    protected InstallationStore store() {
        return state.installation();
    }
}
