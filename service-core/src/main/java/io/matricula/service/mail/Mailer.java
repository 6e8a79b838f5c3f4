package io.matricula.service.mail;

/**
 * Port: sends mails. A mail is handed over when the method returns; whether it arrives is not known. Safe for concurrent use.
 * Throws {@link java.io.UncheckedIOException} if it can't be handed over.
 */
public interface Mailer {
    void send(Mail mail);
}
