package io.matricula.http.identity;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;

/** The settings of accounts and sessions, under {@code matricula.identity}. */
@ConfigMapping(prefix = "matricula.identity")
public interface IdentityConfig {
    /** Address of the console, where links in mails lead to. */
    @WithDefault("http://localhost:8080/")
    URI site();

    /** Who signs tokens: {@code iss} in each. */
    @WithDefault("matricula")
    String issuer();

    /**
     * Whether the answer to a sign-up also shows the mailed link, so that nobody needs to look for the mail. Only on a machine of one's own:
     * whoever can ask can then have an account with any address that has none.
     */
    @WithDefault("false")
    boolean showLink();

    Password password();

    /** What hashing a password costs us, and guessing it others. */
    interface Password {
        /** Memory for one hash, in KiB. */
        @WithDefault("19456")
        int memory();

        /** Passes over the memory. */
        @WithDefault("2")
        int iterations();

        /** Hashes that run at the same time; more wait, and after 5 seconds get 503. */
        @WithDefault("4")
        int concurrent();
    }
}
