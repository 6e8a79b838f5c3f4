package io.matricula.service.throttle;

import java.time.Duration;

/**
 * How many attempts a window of time may hold.
 *
 * @param name part of the key, never changed
 */
public record Limit(String name, int attempts, Duration window) {
    /** Wrong passwords for one e-mail address. */
    public static final Limit PASSWORDS_OF_EMAIL = new Limit("password-email", 10, Duration.ofMinutes(15));
    /** Passwords from one network address. */
    public static final Limit PASSWORDS_FROM_ADDRESS = new Limit("password-address", 100, Duration.ofMinutes(15));
    /** Mails to one e-mail address that anybody can ask for. */
    public static final Limit MAILS_TO_EMAIL = new Limit("mail-email", 5, Duration.ofHours(1));
    /** Mails asked for from one network address. */
    public static final Limit MAILS_FROM_ADDRESS = new Limit("mail-address", 60, Duration.ofHours(1));
    /** Links tried from one network address. */
    public static final Limit LINKS_FROM_ADDRESS = new Limit("link-address", 60, Duration.ofHours(1));
    /** Uploads announced by one account. */
    public static final Limit UPLOADS_OF_ACCOUNT = new Limit("upload-account", 1_000, Duration.ofHours(1));
}
