package io.matricula.embedded;

import io.matricula.service.notice.NoticeStore;
import io.matricula.service.testkit.NoticeStoreContract;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

class SqliteNoticeStoreTest extends NoticeStoreContract {
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
    protected NoticeStore store() {
        return state.notices();
    }
}
