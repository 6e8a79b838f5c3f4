package io.matricula.embedded;

import io.matricula.service.testkit.EventPictureStoreContract;
import io.matricula.service.webhook.EventPictureStore;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

class FileEventPictureStoreTest extends EventPictureStoreContract {
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
    protected EventPictureStore store() {
        return state.eventPictures();
    }
}
