package io.matricula.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import io.matricula.service.testkit.UploadInboxContract;
import io.matricula.service.upload.Upload;
import io.matricula.service.upload.UploadInbox;
import io.matricula.service.upload.UploadStore;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalUploadsTest extends UploadInboxContract {
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
    protected UploadStore store() {
        return state.uploads(clock());
    }

    @Override
    protected UploadInbox inbox() {
        return state.uploadInbox(clock());
    }

    @Test
    void removeBefore_oldPicture_removesIt() {
        Upload upload = announced(10);
        bring(store().open(upload), picture(10));
        assertThat(store().removeBefore(Instant.now().plusSeconds(60))).isEqualTo(1);
        assertThat(store().find(upload.account(), upload.id())).isEmpty();
    }
}
