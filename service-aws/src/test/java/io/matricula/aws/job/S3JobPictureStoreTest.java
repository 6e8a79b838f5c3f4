package io.matricula.aws.job;

import io.matricula.aws.AgainstAws;
import io.matricula.aws.CloudState;
import io.matricula.aws.Emulators;
import io.matricula.service.job.JobPictureStore;
import io.matricula.service.testkit.JobPictureStoreContract;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

@AgainstAws
class S3JobPictureStoreTest extends JobPictureStoreContract {
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
    protected JobPictureStore store() {
        return state.jobPictures();
    }
}
