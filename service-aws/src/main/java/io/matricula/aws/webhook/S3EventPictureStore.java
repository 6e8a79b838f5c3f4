package io.matricula.aws.webhook;

import io.matricula.aws.client.Reached;
import io.matricula.service.account.AccountId;
import io.matricula.service.webhook.EventId;
import io.matricula.service.webhook.EventPictureStore;
import java.time.Instant;
import java.util.Optional;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;

/** Pictures of events in S3; the bucket's life-cycle rule for {@link #FOLDER} removes the old ones. Safe for concurrent use. */
public final class S3EventPictureStore implements EventPictureStore {
    /** What the names of all event pictures begin with. */
    public static final String FOLDER = "events/";

    private final S3Client s3;
    private final String bucket;

    public S3EventPictureStore(S3Client s3, String bucket) {
        this.s3 = s3;
        this.bucket = bucket;
    }

    @Override
    public void put(AccountId account, EventId event, byte[] picture) {
        Reached.reached(
                "S3",
                () -> s3.putObject(
                        request -> request.bucket(bucket).key(key(account, event)), RequestBody.fromBytes(picture)));
    }

    @Override
    public Optional<byte[]> find(AccountId account, EventId event) {
        return Reached.reached("S3", () -> {
            try {
                return Optional.of(
                        s3.getObjectAsBytes(request -> request.bucket(bucket).key(key(account, event)))
                                .asByteArrayUnsafe());
            } catch (NoSuchKeyException e) {
                return Optional.empty();
            }
        });
    }

    @Override
    public int removeBefore(Instant kept) {
        return 0;
    }

    private static String key(AccountId account, EventId event) {
        return FOLDER + account + "/" + event;
    }
}
