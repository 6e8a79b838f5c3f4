package io.matricula.service.throttle;

import io.matricula.service.throttle.AttemptStore.Attempts;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Refuses attempts beyond a limit. Addresses of people and machines are kept as hashes, until their window ends. An attempt is counted
 * before it is looked at, so that many at once gain nothing. Safe for concurrent use.
 */
public final class Throttle {
    private static final Duration REMOVAL_INTERVAL = Duration.ofHours(1);

    private final AttemptStore store;
    private final Clock clock;
    /** Epoch second from which on the next attempt removes what has expired. */
    private final AtomicLong nextRemoval = new AtomicLong();

    public Throttle(AttemptStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /**
     * Counts an attempt.
     *
     * @param whom an e-mail or network address
     * @throws TooManyAttemptsException if the window is full
     */
    public void attempt(Limit limit, String whom) {
        Instant now = clock.instant();
        removeExpiredHourly(now);
        Attempts attempts = store.count(key(limit, whom), now, now.plus(limit.window()));
        if (attempts.count() > limit.attempts()) {
            throw new TooManyAttemptsException(limit.name(), Duration.between(now, attempts.until()));
        }
    }

    /** Forgets the attempts of somebody who has shown to be no guesser. */
    public void forget(Limit limit, String whom) {
        store.forget(key(limit, whom));
    }

    private void removeExpiredHourly(Instant now) {
        long due = nextRemoval.get();
        long second = now.getEpochSecond();
        if (second >= due && nextRemoval.compareAndSet(due, second + REMOVAL_INTERVAL.toSeconds())) {
            store.removeExpired(now);
        }
    }

    private static String key(Limit limit, String whom) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(whom.getBytes(StandardCharsets.UTF_8));
            return limit.name() + ":" + HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
