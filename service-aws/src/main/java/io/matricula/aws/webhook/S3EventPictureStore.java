package io.matricula.aws.webhook;

import io.matricula.aws.s3.S3Folder;
import io.matricula.service.account.AccountId;
import io.matricula.service.webhook.EventId;
import io.matricula.service.webhook.EventPictureStore;
import java.time.Instant;
import java.util.Optional;

/** Pictures of events in S3, where a life-cycle rule removes the old ones. Safe for concurrent use. */
public final class S3EventPictureStore implements EventPictureStore {
    private final S3Folder folder;

    public S3EventPictureStore(S3Folder folder) {
        this.folder = folder;
    }

    @Override
    public void put(AccountId account, EventId event, byte[] picture) {
        folder.put(account + "/" + event, picture);
    }

    @Override
    public Optional<byte[]> find(AccountId account, EventId event) {
        return folder.find(account + "/" + event);
    }

    @Override
    public int removeBefore(Instant kept) {
        return 0;
    }
}
