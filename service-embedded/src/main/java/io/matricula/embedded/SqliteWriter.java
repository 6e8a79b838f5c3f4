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
 * concurrent writes share one flush to disk. A write is answered after the flush, never before. Safe for concurrent use.
 */
final class SqliteWriter implements AutoCloseable {
    /** Bounds the time that a write may wait for others of its transaction. */
    private static final int MAX_BATCH = 256;

    private final SqliteSession session;
    private final BlockingQueue<Write<?>> queue = new LinkedBlockingQueue<>();
    private final Thread thread = new Thread(this::run, "matricula-sqlite-writer");
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

    /** The same, but returns at once: the caller may go on with what it knows while the flush takes its time. */
    <T> Pending<T> begin(Work<T> work) {
        Write<T> write = new Write<>(work);
        synchronized (this) {
            if (closed) {
                throw new IllegalStateException("the state folder is closed");
            }
            queue.add(write);
        }
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
        List<Write<?>> batch = new ArrayList<>(MAX_BATCH);
        while (true) {
            try {
                batch.add(queue.take());
            } catch (InterruptedException e) {
                return;
            }
            if (batch.get(0).isStop()) {
                return;
            }
            transact(batch);
            batch.clear();
        }
    }

    private void transact(List<Write<?>> batch) {
        try {
            session.update("BEGIN IMMEDIATE");
            // Another process may have held the lock for long; whoever came meanwhile joins.
            gather(batch);
            for (Write<?> write : batch) {
                write.run(session, batch.size() > 1);
            }
            session.update("COMMIT");
            batch.forEach(Write::succeed);
        } catch (SQLException | RuntimeException | Error e) {
            rollBack(e);
            batch.forEach(write -> write.fail(e));
        }
    }

    private void gather(List<Write<?>> batch) {
        while (batch.size() < MAX_BATCH) {
            Write<?> next = queue.peek();
            if (next == null || next.isStop()) {
                return;
            }
            batch.add(queue.remove());
        }
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
        private final CompletableFuture<T> ran = new CompletableFuture<>();
        private final CompletableFuture<T> done = new CompletableFuture<>();
        private @Nullable T result;
        private @Nullable Throwable failure;

        Write(@Nullable Work<T> work) {
            this.work = work;
        }

        static Write<Void> stop() {
            return new Write<>(null);
        }

        boolean isStop() {
            return work == null;
        }

        /**
         * Runs the work; only a failure to undo it leaves this method as an exception.
         *
         * @param shared whether the transaction holds others, which a savepoint keeps from being undone with this one
         */
        void run(SqliteSession session, boolean shared) throws SQLException {
            if (shared) {
                session.update("SAVEPOINT one");
            }
            try {
                if (work != null) {
                    result = work.run(session);
                }
            } catch (SQLException | RuntimeException e) {
                failure = e;
                undo(session, shared);
            }
            if (shared) {
                session.update("RELEASE one");
            }
            complete(ran);
        }

        private static void undo(SqliteSession session, boolean shared) throws SQLException {
            if (shared) {
                session.update("ROLLBACK TO one");
            } else {
                session.update("ROLLBACK");
                session.update("BEGIN IMMEDIATE");
            }
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
            ran.completeExceptionally(cause);
            done.completeExceptionally(cause);
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
