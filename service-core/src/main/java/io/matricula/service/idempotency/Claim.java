package io.matricula.service.idempotency;

import java.time.Instant;

/** What a store says to a request that comes with an idempotency key. */
public sealed interface Claim {
    /** The key is new or its last holder has gone: the caller is to do the work, until {@code leaseUntil}. */
    record Fresh(Instant leaseUntil) implements Claim {}

    /** Another request holds the key and has not answered yet. */
    record Running(Instant leaseUntil) implements Claim {}

    /** The first answer, for the same request. */
    record Answered(StoredAnswer answer) implements Claim {}

    /** The key was used for another request. */
    record Different() implements Claim {}
}
