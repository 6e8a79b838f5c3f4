package io.matricula.reading.dispatch;

import io.matricula.contract.ApiError;
import io.matricula.contract.RecognitionOutcome;
import io.matricula.http.errors.ApiException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * One picture's way to an outcome: asks one worker after the other until one has it, and a second beside the first if that is late.
 * Workers that are full or can't be reached cost nothing, so all are asked; one that fails with the picture at hand leads to one more
 * try, so that a picture which brings workers down does not bring them all down. For one thread.
 */
final class WorkerCall {
    private static final Logger LOG = Logger.getLogger(WorkerCall.class);
    private static final int MOST_FAILURES = 2;
    private static final Duration SOON = Duration.ofSeconds(1);

    private final Sender sender;
    private final Deque<Worker> remaining;
    private final BlockingQueue<Answered> answers = new LinkedBlockingQueue<>();
    private final List<Attempt> running = new ArrayList<>();
    private final long begun = System.nanoTime();
    private @Nullable Duration busyFor;
    private @Nullable Throwable fault;
    private int failures;
    private boolean tooLarge;
    private boolean late;
    private boolean hedged;

    /** Sends the picture to a worker that was entered, and tells of its answer. */
    interface Sender {
        Attempt send(Worker worker, BiConsumer<Attempt, WorkerAnswer> then);
    }

    private record Answered(Attempt attempt, WorkerAnswer answer) {}

    /** @param order of the workers to ask; one that is in it twice may be tried again */
    WorkerCall(Sender sender, List<Worker> order) {
        this.sender = sender;
        this.remaining = new ArrayDeque<>(order);
    }

    /** @param hedgeAfter not before the time limit if no second worker shall be asked */
    RecognitionOutcome outcome(Duration hedgeAfter, Duration limit) throws RejectedException {
        try {
            if (!next()) {
                throw busy();
            }
            return firstOf(hedgeAfter.toNanos(), limit.toNanos());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw ApiException.retry(ApiError.BUSY, SOON);
        } finally {
            running.forEach(attempt -> attempt.cancel(false));
        }
    }

    /** Whether a second worker was asked because the first was late. */
    boolean hedged() {
        return hedged;
    }

    private RecognitionOutcome firstOf(long hedgeAfter, long limit) throws InterruptedException, RejectedException {
        while (true) {
            long until = late ? limit : Math.min(hedgeAfter, limit);
            Answered answered = answers.poll(begun + until - System.nanoTime(), TimeUnit.NANOSECONDS);
            if (answered != null) {
                RecognitionOutcome outcome = judge(answered);
                if (outcome != null) {
                    return outcome;
                }
            } else if (until < limit) {
                late = true;
                hedged = next();
            } else {
                throw tooLate(limit);
            }
        }
    }

    /** Sends the picture to the next worker that may be asked; false if there is none. */
    private boolean next() {
        while (!remaining.isEmpty()) {
            Worker worker = remaining.remove();
            if (worker.tryEnter()) {
                running.add(sender.send(worker, (attempt, answer) -> answers.add(new Answered(attempt, answer))));
                return true;
            }
        }
        return false;
    }

    private @Nullable RecognitionOutcome judge(Answered answered) throws RejectedException {
        running.remove(answered.attempt());
        Worker worker = answered.attempt().worker();
        WorkerAnswer answer = answered.answer();
        if (answer instanceof WorkerAnswer.Recognised recognised) {
            beaten(answered.attempt());
            return recognised.outcome();
        } else if (answer instanceof WorkerAnswer.Rejected rejected) {
            throw RejectedException.of(
                    rejected.rejection().field(), rejected.rejection().problem());
        } else if (answer instanceof WorkerAnswer.Busy busy) {
            remaining.removeIf(worker::equals);
            busyFor = busyFor == null || busy.retryAfter().compareTo(busyFor) < 0 ? busy.retryAfter() : busyFor;
        } else if (answer instanceof WorkerAnswer.TooLarge) {
            remaining.removeIf(worker::equals);
            tooLarge = true;
        } else if (answer instanceof WorkerAnswer.Unreachable unreachable) {
            remaining.removeIf(worker::equals);
            LOG.debugf(unreachable.cause(), "worker %s can't be reached", worker.address());
        } else if (answer instanceof WorkerAnswer.Failed failed) {
            failures++;
            fault = failed.cause();
            LOG.warnf("worker %s failed: %s", worker.address(), failed.cause());
        }
        goOn();
        return null;
    }

    /** Whoever was asked before the winner and has still not answered is too slow. */
    private void beaten(Attempt winner) {
        running.stream()
                .filter(attempt -> attempt.worker() != winner.worker())
                .forEach(attempt -> attempt.cancel(attempt.took() > winner.took()));
    }

    private void goOn() {
        if (running.isEmpty() && (failures >= MOST_FAILURES || !next())) {
            throw nothingCame();
        }
    }

    /** A full worker might have had an outcome, and so might one that failed. */
    private RuntimeException nothingCame() {
        if (busyFor == null && fault != null) {
            return new IllegalStateException("workers failed: " + fault.getMessage(), fault);
        }
        if (busyFor == null && tooLarge) {
            LOG.warn("no worker takes a picture of this size: their matricula.picture.max-size is smaller than here");
            return ApiException.of(ApiError.TOO_LARGE_FOR_WORKERS);
        }
        return busy();
    }

    private ApiException tooLate(long limit) {
        LOG.warnf("no worker answered within %d ms", TimeUnit.NANOSECONDS.toMillis(limit));
        running.forEach(attempt -> attempt.cancel(true));
        return busy();
    }

    private ApiException busy() {
        return ApiException.retry(ApiError.BUSY, busyFor == null ? SOON : busyFor);
    }
}
