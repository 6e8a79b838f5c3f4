package io.matricula.service.admission;

import java.time.Instant;

/**
 * Where an account stands in a period.
 *
 * @param calls calls counted
 * @param max calls that the period may hold
 * @param resetsOn when counting starts anew
 */
public record Quota(long calls, long max, Instant resetsOn) {
    /** Calls left in the period; 0 also after a change to a smaller plan. */
    public long remaining() {
        return Math.max(0, max - calls);
    }
}
