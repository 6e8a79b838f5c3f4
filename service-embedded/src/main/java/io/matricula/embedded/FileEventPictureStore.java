package io.matricula.embedded;

import io.matricula.service.account.AccountId;
import io.matricula.service.webhook.EventId;
import io.matricula.service.webhook.EventPictureStore;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;

/** Pictures of events as files of one folder, named {@code ACCOUNT.EVENT}; made on first use. Safe for concurrent use. */
final class FileEventPictureStore implements EventPictureStore {
    private final Path folder;

    FileEventPictureStore(Path folder) {
        this.folder = folder;
    }

    @Override
    public void put(AccountId account, EventId event, byte[] picture) {
        try {
            OwnerOnly.createFolder(folder);
            OwnerOnly.write(file(account, event), picture);
        } catch (IOException e) {
            throw new UncheckedIOException("the picture of an event could not be written", e);
        }
    }

    @Override
    public Optional<byte[]> find(AccountId account, EventId event) {
        try {
            return Optional.of(Files.readAllBytes(file(account, event)));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException("the picture of an event could not be read", e);
        }
    }

    @Override
    public int removeBefore(Instant kept) {
        if (!Files.isDirectory(folder)) {
            return 0;
        }
        FileTime end = FileTime.from(kept);
        try (Stream<Path> files = Files.list(folder)) {
            int removed = 0;
            for (Path file : (Iterable<Path>) files::iterator) {
                if (Files.getLastModifiedTime(file).compareTo(end) < 0 && Files.deleteIfExists(file)) {
                    removed++;
                }
            }
            return removed;
        } catch (IOException e) {
            throw new UncheckedIOException("old pictures of events could not be removed", e);
        }
    }

    private Path file(AccountId account, EventId event) {
        // Both consist of letters, digits, - and _ alone: no name leads out of the folder.
        return folder.resolve(account.value() + "." + event.value());
    }
}
