package io.matricula.service.idempotency;

import java.time.Duration;

/** What a request with an idempotency key is to be answered. */
public sealed interface OnceResult {
    /**
     * An answer.
     *
     * @param repeated whether it is an earlier request's answer
     */
    record Answer(StoredAnswer answer, boolean repeated) implements OnceResult {}

    /** The first request is still at work; ask again after {@code retryAfter}. */
    record StillRunning(Duration retryAfter) implements OnceResult {}

    /** The key belongs to a request with other contents; a mistake of the client. */
    record OtherRequest() implements OnceResult {}
}
