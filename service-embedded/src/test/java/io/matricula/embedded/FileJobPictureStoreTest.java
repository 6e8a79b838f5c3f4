package io.matricula.embedded;

import io.matricula.service.job.JobPictureStore;
import io.matricula.service.testkit.JobPictureStoreContract;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

class FileJobPictureStoreTest extends JobPictureStoreContract {
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
    protected JobPictureStore store() {
        return state.jobPictures();
    }
}
