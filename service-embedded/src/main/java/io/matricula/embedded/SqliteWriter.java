package io.matricula.embedded;

import io.matricula.embedded.SqliteSession.Work;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.LinkedBlockingQueue;
import org.jspecify.annotations.Nullable;

/**
 * The only writer of this process: one thread that gathers whatever is waiting into one transaction, so that many
 * concurrent writes share one flush to disk. A write that finds the writer at rest opens the transaction itself, in its caller's
 * thread, for that knows the result sooner than it could be woken; the flush is the writer's. A write is answered after the
 * flush, never before. Safe for concurrent use.
 */
final class SqliteWriter implements AutoCloseable {
    /** Bounds the time that a write may wait for others of its transaction. */
    private static final int MAX_BATCH = 256;

    private final SqliteSession session;
    private final BlockingQueue<Write<?>> queue = new LinkedBlockingQueue<>();
    private final Thread thread = new Thread(this::run, "matricula-sqlite-writer");
    private boolean atRest = true;
    private boolean closed;

    SqliteWriter(SqliteSession session) {
        this.session = session;
        thread.setDaemon(true);
        thread.start();
    }

    /**
     * Does a piece of work in a transaction and returns when it is on disk. What the work throws undoes it alone and is
     * thrown on. Not interruptible, for an interrupted caller could not know what became of its write.
     */
    <T> T write(Work<T> work) {
        return begin(work).onDisk();
    }

    /** The same, but does not wait for the disk: the caller may go on with what it knows while the flush takes its time. */
    <T> Pending<T> begin(Work<T> work) {
        Write<T> write = queued(work);
        if (write.opensItself) {
            open(write);
        }
        return write;
    }

    private synchronized <T> Write<T> queued(Work<T> work) {
        if (closed) {
            throw new IllegalStateException("the state folder is closed");
        }
        Write<T> write = new Write<>(work, atRest);
        atRest = false;
        queue.add(write);
        return write;
    }

    /** A write under way. Both methods wait, can't be interrupted, and throw what the work threw. */
    interface Pending<T> {
        /** What the work gave, before it is on disk. */
        T result();

        /** The same, once it is on disk. */
        T onDisk();
    }

    private void run() {
        try {
            for (Write<?> first = queue.take(); !first.isStop(); first = queue.take()) {
                transact(first);
                restUnlessWaitedFor();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized void restUnlessWaitedFor() {
        atRest = queue.isEmpty();
    }

    private void transact(Write<?> first) {
        if (!first.opensItself) {
            open(first);
        }
        if (!first.hasOpened()) {
            return;
        }
        // Another process may have held the lock for long; whoever came meanwhile joins.
        List<Write<?>> batch = gather(first);
        try {
            for (Write<?> write : batch.subList(1, batch.size())) {
                write.join(session);
            }
            session.update("COMMIT");
            batch.forEach(Write::succeed);
        } catch (SQLException | RuntimeException | Error e) {
            rollBack(e);
            batch.forEach(write -> write.fail(e));
        }
    }

    private void open(Write<?> first) {
        try {
            first.open(session);
        } catch (SQLException | RuntimeException | Error e) {
            rollBack(e);
            first.fail(e);
        }
    }

    private List<Write<?>> gather(Write<?> first) {
        List<Write<?>> batch = new ArrayList<>();
        batch.add(first);
        while (batch.size() < MAX_BATCH) {
            Write<?> next = queue.peek();
            if (next == null || next.isStop()) {
                break;
            }
            batch.add(queue.remove());
        }
        return batch;
    }

    private void rollBack(Throwable cause) {
        try {
            session.update("ROLLBACK");
        } catch (SQLException e) {
            // SQLite has rolled back by itself, as it does when the disk is full.
            cause.addSuppressed(e);
        }
    }

    /** Finishes the waiting writes, then closes the session. */
    @Override
    public void close() throws SQLException {
        synchronized (this) {
            if (closed) {
                return;
            }
            closed = true;
            queue.add(Write.stop());
        }
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        session.close();
    }

    /** A piece of work on its way through a transaction. */
    private static final class Write<T> implements Pending<T> {
        private final @Nullable Work<T> work;
        /** Whether it is its caller who opens a transaction with it. */
        private final boolean opensItself;

        private final CompletableFuture<T> ran = new CompletableFuture<>();
        private final CompletableFuture<T> done = new CompletableFuture<>();
        private @Nullable T result;
        private @Nullable Throwable failure;

        Write(@Nullable Work<T> work, boolean opensItself) {
            this.work = work;
            this.opensItself = opensItself;
        }

        static Write<Void> stop() {
            return new Write<>(null, false);
        }

        boolean isStop() {
            return work == null;
        }

        /** Opens a transaction and runs the work in it, which leaves this method as an exception only if it could not be undone. */
        void open(SqliteSession session) throws SQLException {
            session.update("BEGIN IMMEDIATE");
            run(session, "ROLLBACK", "BEGIN IMMEDIATE");
            complete(ran);
        }

        /** The same within a transaction that has others, which a savepoint keeps from being undone with this one. */
        void join(SqliteSession session) throws SQLException {
            session.update("SAVEPOINT one");
            run(session, "ROLLBACK TO one");
            session.update("RELEASE one");
            complete(ran);
        }

        private void run(SqliteSession session, String... undo) throws SQLException {
            try {
                if (work != null) {
                    result = work.run(session);
                }
            } catch (SQLException | RuntimeException e) {
                failure = e;
                for (String statement : undo) {
                    session.update(statement);
                }
            }
        }

        /** Waits until its caller has opened a transaction, or could not. */
        boolean hasOpened() {
            ran.handle((result, thrown) -> true).join();
            return !done.isDone();
        }

        void succeed() {
            complete(done);
        }

        @SuppressWarnings("NullAway") // The work's own result, as nullable as its type says.
        private void complete(CompletableFuture<T> stage) {
            if (failure == null) {
                stage.complete(result);
            } else {
                stage.completeExceptionally(failure);
            }
        }

        void fail(Throwable cause) {
            // In this order, for who has seen it run asks whether it is over.
            done.completeExceptionally(cause);
            ran.completeExceptionally(cause);
        }

        @Override
        public T result() {
            return await(ran);
        }

        @Override
        public T onDisk() {
            return await(done);
        }

        private static <T> T await(CompletableFuture<T> stage) {
            try {
                return stage.join();
            } catch (CompletionException e) {
                Throwable cause = e.getCause();
                if (cause instanceof RuntimeException thrown && !(thrown instanceof UncheckedIOException)) {
                    throw thrown;
                }
                throw new UncheckedIOException(new IOException("the state could not be written", cause));
            }
        }
    }
}
