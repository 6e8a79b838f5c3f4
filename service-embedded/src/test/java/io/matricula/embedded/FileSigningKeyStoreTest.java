package io.matricula.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.matricula.service.signing.SigningKey;
import io.matricula.service.signing.SigningKeyStore;
import io.matricula.service.testkit.SigningKeyStoreContract;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileSigningKeyStoreTest extends SigningKeyStoreContract {
    @TempDir
    Path folder;

    @Override
    protected SigningKeyStore store() {
        return new FileSigningKeyStore(folder.resolve("keys"));
    }

    @Test
    void file_onDisk_isTheOwnersOnly() throws IOException {
        assumeThat(folder.getFileSystem().supportedFileAttributeViews()).contains("posix");
        SigningKey key = SigningKey.generate(Instant.parse("2026-03-01T10:00:00Z"));
        store().add(key);
        Path file = folder.resolve("keys").resolve(key.id() + ".key");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("keys"))))
                .isEqualTo("rwx------");
    }

    @Test
    void list_spoiltFile_isNamed() throws IOException {
        Files.createDirectory(folder.resolve("keys"));
        Files.writeString(folder.resolve("keys/spoilt.key"), "nonsense\n");
        assertThatExceptionOfType(StateException.class)
                .isThrownBy(() -> store().list())
                .withMessageContaining("spoilt.key");
    }
}
