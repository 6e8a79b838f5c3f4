package io.matricula.service.idempotency;

import io.matricula.service.idempotency.Claim.Answered;
import io.matricula.service.idempotency.Claim.Fresh;
import io.matricula.service.idempotency.OnceResult.Answer;
import io.matricula.service.idempotency.OnceResult.OtherRequest;
import io.matricula.service.idempotency.OnceResult.StillRunning;
import java.time.Clock;
import java.time.Duration;
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

    private final IdempotencyStore store;
    private final Clock clock;

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
        var now = clock.instant();
        Claim claim = store.claim(key, requestHash, now, now.plus(LEASE));
        if (claim instanceof Fresh fresh) {
            return new Answer(answer(key, fresh, work), false);
        }
        if (claim instanceof Answered answered) {
            return new Answer(answered.answer(), true);
        }
        return claim instanceof Claim.Running ? new StillRunning(RETRY_AFTER) : new OtherRequest();
    }

    /** Forgets answers past their day; to be called now and then, an hour apart or so. */
    public int removeExpired() {
        return store.removeExpired(clock.instant());
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
