package io.matricula.aws.upload;

import static org.assertj.core.api.Assertions.assertThat;

import io.matricula.aws.AgainstAws;
import io.matricula.aws.CloudState;
import io.matricula.aws.Emulators;
import io.matricula.service.testkit.UploadStoreContract;
import io.matricula.service.upload.Upload;
import io.matricula.service.upload.UploadStore;
import io.matricula.service.upload.UploadTarget;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@AgainstAws
class S3UploadStoreTest extends UploadStoreContract {
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
    protected UploadStore store() {
        return state.uploads();
    }

    @Override
    protected Instant now() {
        return Instant.now();
    }

    @Override
    protected boolean bring(UploadTarget target, byte[] picture) throws Exception {
        var request = HttpRequest.newBuilder(URI.create(target.address())).PUT(BodyPublishers.ofByteArray(picture));
        target.headers().forEach((name, value) -> {
            // The JDK's client sends the length of the body itself.
            if (!name.equalsIgnoreCase("content-length")) {
                request.header(name, value);
            }
        });
        return HttpClient.newHttpClient()
                        .send(request.build(), BodyHandlers.discarding())
                        .statusCode()
                == 200;
    }

    @Test
    void open_upload_signsLengthAndExpiry() {
        Upload upload = announced(12_345);
        UploadTarget target = store().open(upload);
        assertThat(target.headers()).containsEntry("content-length", "12345");
        assertThat(target.address())
                .contains(upload.account().value(), upload.id().value())
                .containsPattern("X-Amz-SignedHeaders=[^&]*content-length")
                .containsPattern("X-Amz-Expires=(89\\d|900)(&|$)");
    }
}
