package io.matricula.embedded;

import io.matricula.embedded.SqliteSession.Work;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.BlockingDeque;
import java.util.concurrent.LinkedBlockingDeque;
import java.util.concurrent.locks.LockSupport;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConfig.JournalMode;
import org.sqlite.SQLiteConfig.SynchronousMode;
import org.sqlite.SQLiteErrorCode;

/**
 * A database file: one writer, a few readers that see what is committed and never wait for the writer. Several processes may
 * have it open; a write waits up to ten seconds for another's. Safe for concurrent use.
 */
final class SqliteDatabase implements AutoCloseable {
    private static final Duration BUSY_TIMEOUT = Duration.ofSeconds(10);
    private static final Duration RETRY = Duration.ofMillis(20);
    private static final int READERS = 4;

    private final SqliteWriter writer;
    /** The one used last comes first: its statements and pages are still at hand. */
    private final BlockingDeque<SqliteSession> readers = new LinkedBlockingDeque<>(READERS);

    /**
     * Opens a file, and brings its schema up to date.
     *
     * @throws SQLException if it can't be opened or is no database
     * @throws StateException if a newer version of the program wrote it
     */
    SqliteDatabase(Path file) throws SQLException {
        SqliteSession session = session(file);
        try {
            Schema.migrate(session, file);
            for (int i = 0; i < READERS; i++) {
                readers.add(readOnly(session(file)));
            }
        } catch (SQLException | RuntimeException e) {
            closeAll(session);
            throw e;
        }
        writer = new SqliteWriter(session);
    }

    private static SqliteSession session(Path file) throws SQLException {
        long deadline = System.nanoTime() + BUSY_TIMEOUT.toNanos();
        while (true) {
            try {
                return new SqliteSession(config().createConnection("jdbc:sqlite:" + file));
            } catch (SQLException e) {
                // The switch of a new file to WAL does not wait for another process that does the same, whatever the
                // timeout.
                if (e.getErrorCode() != SQLiteErrorCode.SQLITE_BUSY.code || System.nanoTime() > deadline) {
                    throw e;
                }
                LockSupport.parkNanos(RETRY.toNanos());
            }
        }
    }

    private static SQLiteConfig config() {
        var config = new SQLiteConfig();
        config.setBusyTimeout((int) BUSY_TIMEOUT.toMillis());
        config.setJournalMode(JournalMode.WAL);
        // FULL flushes the log with every commit; NORMAL would lose the last calls when the power fails.
        config.setSynchronous(SynchronousMode.FULL);
        config.enforceForeignKeys(true);
        // Nobody asks for them, and the driver would look through the text of each statement for an INSERT.
        config.setGetGeneratedKeys(false);
        return config;
    }

    private static SqliteSession readOnly(SqliteSession session) throws SQLException {
        session.script("PRAGMA query_only = ON");
        return session;
    }

    /** See {@link SqliteWriter#write}. */
    <T> T write(Work<T> work) {
        return writer.write(work);
    }

    /** See {@link SqliteWriter#begin}. */
    <T> SqliteWriter.Pending<T> begin(Work<T> work) {
        return writer.begin(work);
    }

    /** Reads what is committed. */
    <T> T read(Work<T> work) {
        SqliteSession session = takeReader();
        try {
            return work.run(session);
        } catch (SQLException e) {
            throw new UncheckedIOException(new IOException("the state could not be read", e));
        } finally {
            readers.addFirst(session);
        }
    }

    private SqliteSession takeReader() {
        try {
            return readers.take();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UncheckedIOException(new InterruptedIOException("interrupted before reading the state"));
        }
    }

    /** Finishes the waiting writes. Nothing may be read or written after. */
    @Override
    public void close() {
        try {
            writer.close();
            closeAll();
        } catch (SQLException e) {
            throw new UncheckedIOException(new IOException("the state could not be closed", e));
        }
    }

    private void closeAll(SqliteSession... others) throws SQLException {
        for (SqliteSession session : others) {
            session.close();
        }
        for (SqliteSession reader = readers.poll(); reader != null; reader = readers.poll()) {
            reader.close();
        }
    }
}
