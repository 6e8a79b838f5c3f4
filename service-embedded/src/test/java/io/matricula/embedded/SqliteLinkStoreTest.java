package io.matricula.embedded;

import io.matricula.service.link.LinkStore;
import io.matricula.service.testkit.LinkStoreContract;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

class SqliteLinkStoreTest extends LinkStoreContract {
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
    protected LinkStore store() {
        return state.links();
    }
}
