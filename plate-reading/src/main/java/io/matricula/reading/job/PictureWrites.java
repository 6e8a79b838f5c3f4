package io.matricula.reading.job;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Writes under way, several at a time: a store at the other end of a network takes tens of milliseconds for each picture, however small, and a
 * batch has a thousand. Bounded in memory, whatever the pictures' sizes. For one thread, which also closes it.
 */
final class PictureWrites implements AutoCloseable {
    private static final int AT_ONCE = 8;
    /** Bytes of pictures that are held at the same time; a larger picture is written alone. */
    private static final int MOST_BYTES = 32 << 20;

    private final ExecutorService writers;
    private final Semaphore room = new Semaphore(MOST_BYTES);
    private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();

    PictureWrites() {
        var threads = new ThreadPoolExecutor(AT_ONCE, AT_ONCE, 1, TimeUnit.SECONDS, new LinkedBlockingQueue<>());
        threads.allowCoreThreadTimeOut(true);
        writers = threads;
    }

    /**
     * Begins a write; waits while too many bytes are under way.
     *
     * @param bytes that it holds in memory until it is done
     * @throws RuntimeException what an earlier write has thrown, if one has failed; an error likewise
     */
    void begin(int bytes, Runnable write) {
        throwFailure();
        int share = Math.min(bytes, MOST_BYTES);
        room.acquireUninterruptibly(share);
        writers.execute(() -> {
            try {
                write.run();
            } catch (RuntimeException | Error e) {
                failure.compareAndSet(null, e);
            } finally {
                room.release(share);
            }
        });
    }

    /** Returns when all is written; throws what the first that failed has thrown. */
    void await() {
        awaitEnd();
        throwFailure();
    }

    private void awaitEnd() {
        room.acquireUninterruptibly(MOST_BYTES);
        room.release(MOST_BYTES);
    }

    private void throwFailure() {
        Throwable thrown = failure.get();
        if (thrown instanceof Error error) {
            throw error;
        } else if (thrown != null) {
            throw (RuntimeException) thrown;
        }
    }

    /** Returns when no write is under way any more, whatever became of them. Repeatable. */
    @Override
    public void close() {
        awaitEnd();
        writers.shutdown();
    }
}
