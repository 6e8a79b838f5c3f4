package io.matricula.reading.dispatch;

import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;

/** How long the last answers took. Thread-safe. */
final class AnswerTimes {
    private static final int KEPT = 128;
    private static final int FEWEST = 20;

    private final long[] nanos = new long[KEPT];
    private int count;

    synchronized void add(long took) {
        nanos[count % KEPT] = took;
        // From twice the size on only the remainder matters.
        count = count + 1 < 2 * KEPT ? count + 1 : KEPT;
    }

    /** What 95 % of them did not exceed; empty while there are too few to tell. */
    Optional<Duration> usual() {
        long[] sorted = known();
        if (sorted.length < FEWEST) {
            return Optional.empty();
        }
        Arrays.sort(sorted);
        return Optional.of(Duration.ofNanos(sorted[(sorted.length - 1) * 95 / 100]));
    }

    private synchronized long[] known() {
        return Arrays.copyOf(nanos, Math.min(count, KEPT));
    }
}
