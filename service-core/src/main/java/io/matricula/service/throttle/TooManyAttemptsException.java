package io.matricula.service.throttle;

import java.time.Duration;

/** Refuses an attempt that may come again after a while. Carries no stack trace: it is an answer, not a fault. */
public final class TooManyAttemptsException extends RuntimeException {
    private static final long serialVersionUID = 1;
    private final Duration retryAfter;

    TooManyAttemptsException(String limit, Duration retryAfter) {
        super("too many attempts: " + limit, null, false, false);
        this.retryAfter = retryAfter;
    }

    /** More than zero. */
    public Duration retryAfter() {
        return retryAfter;
    }
}
