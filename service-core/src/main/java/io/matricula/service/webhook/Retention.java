package io.matricula.service.webhook;

import java.time.Duration;

/** How long things are kept. */
public final class Retention {
    public static final Duration LOG = Duration.ofDays(30);

    /** As long as the log, so that whatever it shows can be sent again. */
    public static final Duration EVENTS = LOG;

    /** Longer than the retries of a delivery take; pictures of people's cars are not kept for longer than they are needed. */
    public static final Duration PICTURES = Duration.ofDays(3);

    private Retention() {}
}
