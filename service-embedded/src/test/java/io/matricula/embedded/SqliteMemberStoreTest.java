package io.matricula.embedded;

import io.matricula.service.identity.MemberStore;
import io.matricula.service.testkit.MemberStoreContract;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

class SqliteMemberStoreTest extends MemberStoreContract {
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
    protected MemberStore store() {
        return state.members();
    }
}
