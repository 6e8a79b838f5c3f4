package io.matricula.service.testkit;

import io.matricula.service.idempotency.Claim;
import io.matricula.service.idempotency.IdempotencyKey;
import io.matricula.service.idempotency.IdempotencyStore;
import io.matricula.service.idempotency.StoredAnswer;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Idempotency keys in memory, for tests. Safe for concurrent use. */
public final class InMemoryIdempotencyStore implements IdempotencyStore {
    private final Map<IdempotencyKey, Entry> entries = new HashMap<>();

    @Override
    public synchronized Claim claim(IdempotencyKey key, String requestHash, Instant now, Instant leaseUntil) {
        Entry entry = entries.get(key);
        if (entry == null || !entry.until.isAfter(now)) {
            entries.put(key, new Entry(requestHash, null, leaseUntil));
            return new Claim.Fresh(leaseUntil);
        }
        if (!entry.requestHash.equals(requestHash)) {
            return new Claim.Different();
        }
        return entry.answer == null ? new Claim.Running(entry.until) : new Claim.Answered(entry.answer);
    }

    @Override
    public synchronized boolean complete(IdempotencyKey key, Claim.Fresh claim, StoredAnswer answer, Instant expires) {
        Entry entry = entries.get(key);
        if (entry == null || !entry.heldBy(claim)) {
            return false;
        }
        entries.put(key, new Entry(entry.requestHash, answer, expires));
        return true;
    }

    @Override
    public synchronized void release(IdempotencyKey key, Claim.Fresh claim) {
        entries.computeIfPresent(key, (same, entry) -> entry.heldBy(claim) ? null : entry);
    }

    @Override
    public synchronized int removeExpired(Instant now) {
        int before = entries.size();
        entries.values().removeIf(entry -> !entry.until.isAfter(now));
        return before - entries.size();
    }

    /** {@code until} is the end of the lease while there is no answer, and the answer's expiry after. */
    private record Entry(String requestHash, @Nullable StoredAnswer answer, Instant until) {
        boolean heldBy(Claim.Fresh claim) {
            return answer == null && until.equals(claim.leaseUntil());
        }
    }
}
