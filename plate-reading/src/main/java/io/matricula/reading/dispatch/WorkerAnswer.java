package io.matricula.reading.dispatch;

import io.matricula.contract.RecognitionOutcome;
import io.matricula.contract.internal.Rejection;
import java.time.Duration;
import java.util.Locale;

/** What came of sending one picture to one worker. */
sealed interface WorkerAnswer {
    record Recognised(RecognitionOutcome outcome) implements WorkerAnswer {}

    /** The sender's fault: no other worker would say anything else. */
    record Rejected(Rejection rejection) implements WorkerAnswer {}

    /** The worker is well, and full. */
    record Busy(Duration retryAfter) implements WorkerAnswer {}

    /** The worker is well, and takes no picture of this size; another may. */
    record TooLarge() implements WorkerAnswer {}

    /** The picture did not get there. */
    record Unreachable(Throwable cause) implements WorkerAnswer {}

    /** The picture may have got there, but no answer came that can be used. */
    record Failed(Throwable cause) implements WorkerAnswer {}

    /** Whether the worker did what it should. */
    default boolean well() {
        return !(this instanceof Unreachable || this instanceof Failed);
    }

    /** The kind, as metrics name it. */
    default String kind() {
        return getClass().getSimpleName().toLowerCase(Locale.ROOT);
    }
}
