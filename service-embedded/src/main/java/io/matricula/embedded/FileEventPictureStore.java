package io.matricula.embedded;

import io.matricula.service.account.AccountId;
import io.matricula.service.webhook.EventId;
import io.matricula.service.webhook.EventPictureStore;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;

/** Pictures of events in a folder. Safe for concurrent use. */
final class FileEventPictureStore implements EventPictureStore {
    private final PictureFolder pictures;

    FileEventPictureStore(Path folder) {
        this.pictures = new PictureFolder(folder);
    }

    @Override
    public void put(AccountId account, EventId event, byte[] picture) {
        pictures.put(account, event.value(), picture);
    }

    @Override
    public Optional<byte[]> find(AccountId account, EventId event) {
        return pictures.find(account, event.value());
    }

    @Override
    public int removeBefore(Instant kept) {
        return pictures.removeBefore(kept);
    }
}
