package io.matricula.gateway.platereader;

import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** When a client wants its answer, as the header {@code Prefer} says (RFC 7240). */
enum Preference {
    /** In the answer to the call, or not at all. */
    NOW,
    /** In the answer to the call, or later if the service is busy: {@code respond-async, wait=10}. */
    LATER_IF_BUSY,
    /** Later: {@code respond-async}. */
    LATER;

    private static final Pattern RESPOND_ASYNC = Pattern.compile("(^|[,;\\s])respond-async($|[,;\\s])");
    private static final Pattern WAIT = Pattern.compile("(^|[,;\\s])wait\\s*=");

    /** @param prefer the header, null without one */
    static Preference of(@Nullable String prefer) {
        String lowered = prefer == null ? "" : prefer.toLowerCase(Locale.ROOT);
        if (!RESPOND_ASYNC.matcher(lowered).find()) {
            return NOW;
        }
        return WAIT.matcher(lowered).find() ? LATER_IF_BUSY : LATER;
    }
}
