package io.matricula.service.webhook;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What came of one attempt.
 *
 * @param status HTTP status; null if there was no answer
 * @param latency from the look-up of the name to the end of the answer
 * @param answer up to the first 1000 characters of the answer's body; empty if there was none
 * @param problem why it failed, for the owner to read; null after a good answer
 * @param retryAfter how long the target asked to be left alone; null if it did not
 */
public record AttemptResult(
        @Nullable Integer status,
        Duration latency,
        String answer,
        @Nullable String problem,
        @Nullable Duration retryAfter) {
    /** How much of an answer is kept. */
    public static final int LONGEST_ANSWER = 1000;

    private static final int GONE = 410;

    public boolean good() {
        return problem == null;
    }

    /** Whether the target wants no deliveries any more (410, as Standard Webhooks has it). */
    public boolean gone() {
        return status != null && status == GONE;
    }
}
