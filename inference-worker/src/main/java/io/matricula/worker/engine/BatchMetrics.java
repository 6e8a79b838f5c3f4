package io.matricula.worker.engine;

import io.matricula.recognition.read.Batching;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.concurrent.TimeUnit;

/** Counts the runs of the reader that pictures share: how many plates, how long they waited, and why they started. */
final class BatchMetrics implements Batching.Listener {
    private final DistributionSummary plates;
    private final Timer full;
    private final Timer late;

    BatchMetrics(MeterRegistry meters) {
        plates = DistributionSummary.builder("matricula.batch.plates")
                .description("Plates in a shared run of the reader")
                .register(meters);
        full = wait("full", meters);
        late = wait("deadline", meters);
    }

    private static Timer wait(String start, MeterRegistry meters) {
        return Timer.builder("matricula.batch.wait")
                .description("Wait of a shared run's first plate, by what ended it")
                .tag("start", start)
                .register(meters);
    }

    @Override
    public void ran(int count, long waitedNanos, boolean isFull) {
        plates.record(count);
        (isFull ? full : late).record(waitedNanos, TimeUnit.NANOSECONDS);
    }
}
