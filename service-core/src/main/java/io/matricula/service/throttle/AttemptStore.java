package io.matricula.service.throttle;

import java.time.Instant;

/**
 * Port: counters of attempts, each in a window of time that starts with the first. Safe for concurrent use, also by several
 * processes. All methods throw {@link java.io.UncheckedIOException} if the store can't be reached.
 */
public interface AttemptStore {
    /**
     * Counts one attempt, atomically.
     *
     * @param key at most 200 ASCII characters
     * @param until end of the window if this attempt opens one: if there is none, or its end is not after {@code now}
     * @return the attempts of the window, this one among them, and the window's end
     */
    Attempts count(String key, Instant now, Instant until);

    /** Closes the window of a key, if there is one. */
    void forget(String key);

    /**
     * Removes windows whose end is not after {@code now}.
     *
     * @return how many were removed; 0 from a store that does it by itself
     */
    int removeExpired(Instant now);

    /** Attempts in a window, at least 1, and the window's end. */
    record Attempts(int count, Instant until) {}
}
