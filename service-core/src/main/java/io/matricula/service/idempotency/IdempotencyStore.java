package io.matricula.service.idempotency;

import java.time.Instant;

/**
 * Port: the requests that came with an idempotency key, and their answers. Every write is durable when the method returns.
 * Safe for concurrent use, also by several processes. All methods throw {@link java.io.UncheckedIOException} if the store
 * can't be reached.
 */
public interface IdempotencyStore {
    /**
     * Claims a key for a request, atomically: of concurrent claims one is {@link Claim.Fresh}. A claim that was neither
     * completed nor released by the end of its lease (its holder was killed) may be claimed anew, and an answer past its
     * expiry counts as absent.
     *
     * @param requestHash hash of everything that the answer depends on
     * @param leaseUntil later than {@code now}
     */
    Claim claim(IdempotencyKey key, String requestHash, Instant now, Instant leaseUntil);

    /**
     * Keeps the answer of a claim until {@code expires}.
     *
     * @param claim as the store gave it
     * @return false, having changed nothing, if the lease was lost to another holder
     */
    boolean complete(IdempotencyKey key, Claim.Fresh claim, StoredAnswer answer, Instant expires);

    /** Forgets a claim so that the request can be tried anew; does nothing if the lease was lost to another holder. */
    void release(IdempotencyKey key, Claim.Fresh claim);

    /**
     * Removes what expired before {@code now}, unless the back end does so by itself.
     *
     * @return how many keys this call removed
     */
    int removeExpired(Instant now);
}
