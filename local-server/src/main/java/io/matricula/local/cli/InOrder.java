package io.matricula.local.cli;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;

/** Works on several things at the same time and hands the outcomes out in the order of the things, holding only a few of them. */
final class InOrder {
    /** What to do with an outcome; called by one thread. */
    interface Sink<R> {
        void accept(R outcome) throws Exception;
    }

    private InOrder() {}

    static <T, R> void run(List<T> things, int workers, Function<T, R> work, Sink<R> sink) throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(workers);
        Deque<Future<R>> running = new ArrayDeque<>();
        Iterator<T> rest = things.iterator();
        try {
            while (rest.hasNext() || !running.isEmpty()) {
                while (rest.hasNext() && running.size() < 4 * workers) {
                    T thing = rest.next();
                    running.add(pool.submit(() -> work.apply(thing)));
                }
                sink.accept(outcome(running.remove()));
            }
        } finally {
            pool.shutdownNow();
        }
    }

    private static <R> R outcome(Future<R> future) throws InterruptedException {
        try {
            return future.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            throw new IllegalStateException(e.getCause());
        }
    }
}
