package io.matricula.reading.dispatch;

import java.net.http.HttpResponse;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BiConsumer;

/** One picture on its way to one worker and back: answered or cancelled, whichever comes first. Thread-safe. */
final class Attempt {
    private final Worker worker;
    private final CompletableFuture<HttpResponse<byte[]>> exchange;
    private final long begun = System.nanoTime();
    private final AtomicBoolean over = new AtomicBoolean();

    private Attempt(Worker worker, CompletableFuture<HttpResponse<byte[]>> exchange) {
        this.worker = worker;
        this.exchange = exchange;
    }

    /**
     * Of a worker that was entered.
     *
     * @param then is told the answer, on another thread, unless the attempt is cancelled before
     */
    static Attempt of(
            Worker worker,
            CompletableFuture<HttpResponse<byte[]>> exchange,
            WorkerProtocol protocol,
            BiConsumer<Attempt, WorkerAnswer> then) {
        var attempt = new Attempt(worker, exchange);
        exchange.whenComplete((response, fault) -> {
            WorkerAnswer answer = protocol.answer(response, fault);
            if (attempt.over.compareAndSet(false, true)) {
                worker.answered(answer, attempt.took());
                then.accept(attempt, answer);
            }
        });
        return attempt;
    }

    Worker worker() {
        return worker;
    }

    /** Nanoseconds since it began. */
    long took() {
        return System.nanoTime() - begun;
    }

    /** Closes the connection if no answer has come. */
    void cancel(boolean tooSlow) {
        if (over.compareAndSet(false, true)) {
            exchange.cancel(true);
            worker.left(tooSlow, took());
        }
    }
}
