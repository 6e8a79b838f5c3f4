package io.matricula.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.matricula.service.mail.Mail;
import io.matricula.service.testkit.FakeClock;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderMailerTest {
    private final FakeClock clock = FakeClock.at("2026-03-05T12:00:00.250Z");

    @TempDir
    Path folder;

    private List<Path> files() throws IOException {
        try (var files = Files.list(folder.resolve("mail"))) {
            return files.sorted().toList();
        }
    }

    private FolderMailer mailer() {
        return new FolderMailer(folder.resolve("mail"), clock);
    }

    @Test
    void send_mail_isAFileThatAMailProgramReads() throws IOException {
        mailer().send(new Mail("ann@example.com", "Welcome", "Hello,\nthe link: https://x/#é\n"));
        assertThat(files()).hasSize(1);
        Path file = files().get(0);
        assertThat(file.getFileName().toString()).matches("20260305-120000-250-[0-9a-f]{8}\\.eml");
        assertThat(Files.readString(file))
                .contains(
                        "To: ann@example.com\r\n",
                        "Subject: Welcome\r\n",
                        "Date: Thu, 5 Mar 2026 12:00:00 GMT\r\n",
                        "Content-Type: text/plain; charset=utf-8\r\n")
                .endsWith("\r\n\r\nHello,\r\nthe link: https://x/#é\r\n");
    }

    @Test
    void send_subjectBeyondAscii_isEncoded() throws IOException {
        mailer().send(new Mail("ann@example.com", "Grüße", "x"));
        assertThat(Files.readString(files().get(0))).contains("Subject: =?utf-8?B?R3LDvMOfZQ==?=\r\n");
    }

    @Test
    void send_several_sortByTime() throws IOException {
        mailer().send(new Mail("ann@example.com", "first", "x"));
        clock.advance(java.time.Duration.ofMillis(1));
        mailer().send(new Mail("ann@example.com", "second", "x"));
        assertThat(Files.readString(files().get(1))).contains("Subject: second");
    }

    @Test
    void file_onDisk_isTheOwnersOnly() throws IOException {
        assumeThat(folder.getFileSystem().supportedFileAttributeViews()).contains("posix");
        mailer().send(new Mail("ann@example.com", "Welcome", "x"));
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(files().get(0))))
                .isEqualTo("rw-------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("mail"))))
                .isEqualTo("rwx------");
    }

    @Test
    void send_folderCantBeMade_isSaid() throws IOException {
        Files.createFile(folder.resolve("mail"));
        assertThatExceptionOfType(UncheckedIOException.class)
                .isThrownBy(() -> mailer().send(new Mail("ann@example.com", "Welcome", "x")));
    }
}
