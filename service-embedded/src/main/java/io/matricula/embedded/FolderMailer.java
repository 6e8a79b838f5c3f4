package io.matricula.embedded;

import io.matricula.service.mail.Mail;
import io.matricula.service.mail.Mailer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.UUID;

/**
 * Writes mails into a folder, one {@code .eml} file each (RFC 5322), that a mail program opens; nothing is sent. The files are
 * readable by their owner only, since links in them are secrets, and their names sort by time. Safe for concurrent use.
 */
final class FolderMailer implements Mailer {
    private static final Logger LOG = System.getLogger(FolderMailer.class.getName());
    private static final DateTimeFormatter NAME =
            DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss-SSS").withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter DATE = DateTimeFormatter.RFC_1123_DATE_TIME.withZone(ZoneOffset.UTC);

    private final Path folder;
    private final Clock clock;

    FolderMailer(Path folder, Clock clock) {
        this.folder = folder;
        this.clock = clock;
    }

    @Override
    public void send(Mail mail) {
        Instant now = clock.instant();
        String id = UUID.randomUUID().toString();
        Path file = folder.resolve(NAME.format(now) + "-" + id.substring(0, 8) + ".eml");
        try {
            OwnerOnly.createFolder(folder);
            OwnerOnly.write(file, message(mail, now, id));
        } catch (IOException e) {
            throw new UncheckedIOException("the mail could not be written to " + file, e);
        }
        LOG.log(Level.INFO, "mail \"{0}\" is in {1}", mail.subject(), file);
    }

    private static String message(Mail mail, Instant now, String id) {
        return String.join(
                "\r\n",
                "From: Matricula <no-reply@localhost>",
                "To: " + mail.to(),
                "Subject: " + encodedIfNeeded(mail.subject()),
                "Date: " + DATE.format(now),
                "Message-ID: <" + id + "@localhost>",
                "MIME-Version: 1.0",
                "Content-Type: text/plain; charset=utf-8",
                "Content-Transfer-Encoding: 8bit",
                "",
                mail.text().replace("\n", "\r\n"));
    }

    /** RFC 2047: a head takes ASCII only. */
    private static String encodedIfNeeded(String subject) {
        if (subject.chars().allMatch(c -> c < 128)) {
            return subject;
        }
        return "=?utf-8?B?" + Base64.getEncoder().encodeToString(subject.getBytes(StandardCharsets.UTF_8)) + "?=";
    }
}
