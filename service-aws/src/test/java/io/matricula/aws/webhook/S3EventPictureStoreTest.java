package io.matricula.aws.webhook;

import io.matricula.aws.AgainstAws;
import io.matricula.aws.CloudState;
import io.matricula.aws.Emulators;
import io.matricula.service.testkit.EventPictureStoreContract;
import io.matricula.service.webhook.EventPictureStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

@AgainstAws
class S3EventPictureStoreTest extends EventPictureStoreContract {
    private CloudState state;

    @BeforeEach
    void open(Emulators emulators) {
        state = emulators.withBucket();
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
