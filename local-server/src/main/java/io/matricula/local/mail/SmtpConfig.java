package io.matricula.local.mail;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.Optional;

/** The server that takes mails, under {@code matricula.mail}; without a host mails are written into the state folder. */
@ConfigMapping(prefix = "matricula.mail")
public interface SmtpConfig {
    /** Name of the SMTP server. */
    Optional<String> host();

    @WithDefault("587")
    int port();

    /** How the connection is kept private: STARTTLS is insisted on, TLS is from the first byte (mostly port 465). */
    @WithDefault("start-tls")
    Security security();

    /** Who signs in to the server; without one nobody does. */
    Optional<String> user();

    Optional<String> password();

    /** Whom mails come from: {@code Matricula <no-reply@example.com>}. Needed with a host. */
    Optional<String> from();

    /** How the connection to the server is kept private. */
    enum Security {
        START_TLS,
        TLS,
        /** Not at all: for a server on the same machine. */
        NONE
    }
}
