package io.matricula.embedded;

import io.matricula.service.account.AccountId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;

/** Pictures as files of one folder, named {@code ACCOUNT.NAME}; made on first use. Safe for concurrent use. */
record PictureFolder(Path folder) {
    void put(AccountId account, String name, byte[] picture) {
        try {
            OwnerOnly.createFolder(folder);
            OwnerOnly.write(file(account, name), picture);
        } catch (IOException e) {
            throw new UncheckedIOException("a picture could not be written", e);
        }
    }

    Optional<byte[]> find(AccountId account, String name) {
        try {
            return Optional.of(Files.readAllBytes(file(account, name)));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException("a picture could not be read", e);
        }
    }

    void remove(AccountId account, String name) {
        try {
            Files.deleteIfExists(file(account, name));
        } catch (IOException e) {
            throw new UncheckedIOException("a picture could not be removed", e);
        }
    }

    /** Removes what was written before an instant; gives the number. */
    int removeBefore(Instant kept) {
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
            throw new UncheckedIOException("old pictures could not be removed", e);
        }
    }

    private Path file(AccountId account, String name) {
        // Accounts, events and jobs are named by letters, digits, - and _ alone: no name leads out of the folder.
        return folder.resolve(account.value() + "." + name);
    }
}
