package io.matricula.reading.dispatch;

import io.matricula.contract.ApiError;
import io.matricula.contract.RecognitionOutcome;
import io.matricula.contract.RecognitionRequest;
import io.matricula.http.errors.ApiException;
import io.matricula.reading.config.ReadingConfig;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** Lets a bounded number of recognitions run at once, first come first served, and turns a request away at once if its wait would be too long. */
@ApplicationScoped
public class BoundedRecognition {
    /** Weight of the newest duration in the running mean. */
    private static final double NEWEST = 0.1;

    private static final double FIRST_GUESS_NANOS = 100e6;
    /** Who is let in shall nearly always have a turn, though the wait is longer than foreseen: a refusal is worth most at once. */
    private static final int MARGIN = 2;

    private static final Duration AGAIN = Duration.ofSeconds(1);

    private final RecognitionDispatch dispatch;
    private final int concurrent;
    private final Duration maxWait;
    private final Semaphore turns;
    private final Timer waits;
    private final Timer recognitions;
    private volatile double meanNanos = FIRST_GUESS_NANOS;

    BoundedRecognition(RecognitionDispatch dispatch, ReadingConfig config, MeterRegistry meters) {
        this.dispatch = dispatch;
        this.concurrent = config.recognition().concurrent().orElseGet(dispatch::concurrent);
        this.maxWait = config.recognition().maxWait();
        this.turns = new Semaphore(concurrent, true);
        this.waits = meters.timer("matricula.recognition.wait");
        this.recognitions = meters.timer("matricula.recognition");
        meters.gauge("matricula.recognition.waiting", turns, Semaphore::getQueueLength);
        meters.gauge("matricula.recognition.running", turns, free -> concurrent - free.availablePermits());
    }

    /** Waits for a turn and recognises; 503 if the wait is or would be too long. */
    public RecognitionOutcome recognize(byte[] picture, RecognitionRequest request, String requestId)
            throws RejectedException {
        return recognize(picture, request, requestId, () -> false);
    }

    /**
     * The same for a caller who may leave.
     *
     * @param abandoned whether nobody waits for the outcome any more; asked when the turn comes
     */
    public RecognitionOutcome recognize(
            byte[] picture, RecognitionRequest request, String requestId, BooleanSupplier abandoned)
            throws RejectedException {
        long asked = System.nanoTime();
        takeTurn();
        long start = System.nanoTime();
        try {
            waits.record(start - asked, TimeUnit.NANOSECONDS);
            if (abandoned.getAsBoolean()) {
                throw ApiException.retry(ApiError.BUSY, AGAIN);
            }
            return measured(picture, request, requestId);
        } finally {
            turns.release();
        }
    }

    private RecognitionOutcome measured(byte[] picture, RecognitionRequest request, String requestId)
            throws RejectedException {
        long start = System.nanoTime();
        try {
            return dispatch.recognize(picture, request, requestId);
        } finally {
            long took = System.nanoTime() - start;
            recognitions.record(took, TimeUnit.NANOSECONDS);
            // Two threads may overwrite each other's update: a mean that misses a value is still a mean.
            meanNanos += NEWEST * (took - meanNanos);
        }
    }

    private void takeTurn() {
        Duration foreseen = foreseenWait();
        if (foreseen.compareTo(maxWait.dividedBy(MARGIN)) > 0) {
            throw ApiException.retry(ApiError.BUSY, foreseen);
        }
        try {
            if (!turns.tryAcquire(maxWait.toNanos(), TimeUnit.NANOSECONDS)) {
                throw ApiException.retry(ApiError.BUSY, foreseenWait());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw ApiException.retry(ApiError.BUSY, maxWait);
        }
    }

    private Duration foreseenWait() {
        int ahead = turns.availablePermits() > 0 ? 0 : turns.getQueueLength() + 1;
        return Duration.ofNanos((long) (ahead * meanNanos / concurrent));
    }
}
