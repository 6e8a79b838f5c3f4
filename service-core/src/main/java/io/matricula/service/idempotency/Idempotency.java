package io.matricula.service.idempotency;

import io.matricula.service.idempotency.Claim.Answered;
import io.matricula.service.idempotency.Claim.Fresh;
import io.matricula.service.idempotency.OnceResult.Answer;
import io.matricula.service.idempotency.OnceResult.OtherRequest;
import io.matricula.service.idempotency.OnceResult.StillRunning;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

/**
 * Does the work of a request once, however often the request comes. Good answers (2xx) are kept a day; after any other the
 * key is free again, for nothing was counted. Safe for concurrent use.
 */
public final class Idempotency {
    /** Longer than any request may take; after it a killed process no longer blocks its key. */
    static final Duration LEASE = Duration.ofMinutes(2);

    static final Duration KEPT = Duration.ofHours(24);
    private static final Duration RETRY_AFTER = Duration.ofSeconds(1);
    private static final Duration REMOVAL_INTERVAL = Duration.ofHours(1);

    private final IdempotencyStore store;
    private final Clock clock;
    /** Epoch second from which on the next request removes what has expired. */
    private final AtomicLong nextRemoval = new AtomicLong();

    public Idempotency(IdempotencyStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /**
     * Answers a request from its first answer, or does the work now.
     *
     * @param requestHash hash of everything that the answer depends on
     * @param work runs at most once; what it throws is thrown on, and frees the key
     */
    public OnceResult once(IdempotencyKey key, String requestHash, Supplier<StoredAnswer> work) {
        Instant now = clock.instant();
        removeExpiredHourly(now);
        Claim claim = store.claim(key, requestHash, now, now.plus(LEASE));
        if (claim instanceof Fresh fresh) {
            return new Answer(answer(key, fresh, work), false);
        }
        if (claim instanceof Answered answered) {
            return new Answer(answered.answer(), true);
        }
        return claim instanceof Claim.Running ? new StillRunning(RETRY_AFTER) : new OtherRequest();
    }

    private void removeExpiredHourly(Instant now) {
        long due = nextRemoval.get();
        long second = now.getEpochSecond();
        if (second >= due && nextRemoval.compareAndSet(due, second + REMOVAL_INTERVAL.toSeconds())) {
            store.removeExpired(now);
        }
    }

    private StoredAnswer answer(IdempotencyKey key, Fresh claim, Supplier<StoredAnswer> work) {
        boolean keep = false;
        try {
            StoredAnswer answer = work.get();
            keep = answer.status() / 100 == 2
                    && store.complete(key, claim, answer, clock.instant().plus(KEPT));
            return answer;
        } finally {
            if (!keep) {
                store.release(key, claim);
            }
        }
    }
}
