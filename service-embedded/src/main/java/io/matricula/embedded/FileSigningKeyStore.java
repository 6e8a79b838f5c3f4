package io.matricula.embedded;

import io.matricula.service.signing.SigningKey;
import io.matricula.service.signing.SigningKeyStore;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Signing keys as files of one folder, {@code ID.key} each, readable by their owner only: the instant of creation on the first line, the key
 * on the second. Safe for concurrent use.
 */
final class FileSigningKeyStore implements SigningKeyStore {
    private static final String SUFFIX = ".key";

    private final Path folder;

    FileSigningKeyStore(Path folder) {
        this.folder = folder;
    }

    @Override
    public List<SigningKey> list() {
        try {
            OwnerOnly.createFolder(folder);
            try (Stream<Path> files = Files.list(folder)) {
                return files.filter(file -> name(file).endsWith(SUFFIX))
                        .flatMap(FileSigningKeyStore::key)
                        .sorted(Comparator.comparing(SigningKey::created))
                        .toList();
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the signing keys in " + folder + " can't be read", e);
        }
    }

    private static Stream<SigningKey> key(Path file) {
        try {
            List<String> lines = Files.readAllLines(file);
            String id = name(file).substring(0, name(file).length() - SUFFIX.length());
            return Stream.of(SigningKey.decode(id, Instant.parse(lines.get(0)), lines.get(1)));
        } catch (NoSuchFileException e) {
            return Stream.empty(); // Removed since the folder was listed.
        } catch (IOException e) {
            throw new UncheckedIOException("the signing key " + file + " can't be read", e);
        } catch (RuntimeException e) {
            throw new StateException(file + " is no signing key; delete it to have another made", e);
        }
    }

    private static String name(Path file) {
        return String.valueOf(file.getFileName());
    }

    @Override
    public void add(SigningKey key) {
        try {
            OwnerOnly.createFolder(folder);
            OwnerOnly.write(folder.resolve(key.id() + SUFFIX), key.created() + "\n" + key.encoded() + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException("the signing key could not be kept in " + folder, e);
        }
    }

    @Override
    public void remove(String id) {
        try {
            Files.deleteIfExists(folder.resolve(id + SUFFIX));
        } catch (IOException e) {
            throw new UncheckedIOException("the signing key could not be removed from " + folder, e);
        }
    }
}
