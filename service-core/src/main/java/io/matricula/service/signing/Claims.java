package io.matricula.service.signing;

import java.time.Instant;
import java.util.Map;

/**
 * What a signed token says. Everybody can read it; only we can write it.
 *
 * @param use what it is good for; a token of one use is never taken for another
 * @param subject account id
 * @param id of the token, random
 * @param issued whole seconds
 * @param expires whole seconds
 * @param details further claims by name
 */
public record Claims(Use use, String subject, String id, Instant issued, Instant expires, Map<String, String> details) {
    public Claims {
        details = Map.copyOf(details);
    }

    /** What a signed token is good for: its audience. */
    public enum Use {
        /** Everything but plate-reader, for a person who has signed in. */
        SESSION,
        /** Plate-reader alone, for phones and pages. */
        PLATE_READER
    }
}
