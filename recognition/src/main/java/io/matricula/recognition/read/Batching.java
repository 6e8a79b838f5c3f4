package io.matricula.recognition.read;

import java.time.Duration;

/**
 * Whether plates of several pictures that are read at the same time share one run of the reader, and how long they wait for each
 * other. It pays where a run costs about the same for one plate and for many, as on a GPU; on a CPU it costs the wait and gains nothing.
 *
 * @param plates most plates in a run
 * @param patience longest wait of the first picture in a run for others
 * @param listener is told of each shared run; called by the threads that read
 */
public record Batching(When when, int plates, Duration patience, Listener listener) {
    private static final Batching DEFAULTS =
            new Batching(When.ON_CUDA, 16, Duration.ofMillis(2), (count, waited, full) -> {});

    public Batching {
        if (plates < 1 || patience.isNegative()) {
            throw new IllegalArgumentException("A run takes 1 plate or more, and no negative wait");
        }
    }

    /** Only on CUDA; 16 plates, 2 ms. */
    public static Batching defaults() {
        return DEFAULTS;
    }

    /** Where it is done. */
    public enum When {
        ON_CUDA,
        ALWAYS,
        NEVER
    }

    /** Hears of shared runs, for metrics. Must be fast and safe for concurrent use. */
    @FunctionalInterface
    public interface Listener {
        /**
         * A run is about to start.
         *
         * @param plates in it
         * @param waitedNanos since its first plate came
         * @param full whether it starts because no more plates fit; else its wait is over
         */
        void ran(int plates, long waitedNanos, boolean full);
    }
}
