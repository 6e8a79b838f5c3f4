package io.matricula.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(30)
class SqliteWriterTest {
    private static final String INSERT =
            "INSERT INTO idempotency (account, key, request_hash, until) VALUES ('a', ?, 'h', 'u')";

    @TempDir
    Path folder;

    private SqliteDatabase database;

    @BeforeEach
    void open() throws SQLException {
        database = new SqliteDatabase(folder.resolve("matricula.db"));
    }

    @AfterEach
    void close() {
        database.close();
    }

    private List<String> keys() {
        return database.read(
                session -> session.list("SELECT key FROM idempotency ORDER BY key", row -> row.getString(1)));
    }

    private int insert(String key) {
        return database.write(session -> session.update(INSERT, key));
    }

    /** Holds the writer so that what is written meanwhile ends up in one transaction. */
    private CompletableFuture<Void> holdWriter(CountDownLatch release) throws InterruptedException {
        var held = new CountDownLatch(1);
        var holder = CompletableFuture.runAsync(() -> database.write(session -> {
            held.countDown();
            return awaited(release);
        }));
        held.await();
        return holder;
    }

    private static boolean awaited(CountDownLatch release) {
        try {
            return release.await(20, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void write_workThrows_isUndoneAndThrownOn() {
        assertThatExceptionOfType(IllegalArgumentException.class)
                .isThrownBy(() -> database.write(session -> {
                    session.update(INSERT, "half");
                    throw new IllegalArgumentException("no");
                }))
                .withMessage("no");
        assertThat(keys()).isEmpty();
    }

    @Test
    void begin_result_isKnownBeforeItIsOnDisk() throws Exception {
        var first = new CountDownLatch(1);
        var holder = holdWriter(first);
        var pending = database.begin(session -> session.update(INSERT, "early"));
        var last = new CountDownLatch(1);
        // Of the same transaction, which therefore can't end before this lets it.
        var slow = database.begin(session -> awaited(last));
        first.countDown();

        assertThat(pending.result()).isEqualTo(1);
        assertThat(keys()).isEmpty();

        last.countDown();
        assertThat(pending.onDisk()).isEqualTo(1);
        assertThat(slow.onDisk()).isTrue();
        assertThat(keys()).containsExactly("early");
        holder.join();
    }

    @Test
    void begin_writerAtRest_worksInTheCallersThread() {
        var pending = database.begin(session -> {
            session.update(INSERT, "own");
            return Thread.currentThread();
        });

        assertThat(pending.result()).isSameAs(Thread.currentThread());
        assertThat(pending.onDisk()).isSameAs(Thread.currentThread());
        assertThat(keys()).containsExactly("own");
    }

    @Test
    void begin_fromManyThreads_eachIsAloneAndTheirFailuresUndoNothingElse() {
        var threads = IntStream.range(0, 8)
                .mapToObj(thread -> CompletableFuture.runAsync(() -> writeAndFail(thread)))
                .toArray(CompletableFuture<?>[]::new);
        CompletableFuture.allOf(threads).join();

        assertThat(keys()).hasSize(800).allMatch(key -> key.startsWith("good"));
    }

    private void writeAndFail(int thread) {
        for (int i = 0; i < 100; i++) {
            String key = thread + "-" + i;
            var good = database.begin(session -> session.update(INSERT, "good-" + key));
            var bad = database.begin(session -> {
                session.update(INSERT, "bad-" + key);
                throw new IllegalArgumentException("no");
            });
            assertThat(good.result()).isEqualTo(1);
            assertThatExceptionOfType(IllegalArgumentException.class).isThrownBy(bad::onDisk);
            assertThat(good.onDisk()).isEqualTo(1);
        }
    }

    @Test
    void begin_workThrows_bothThrowIt() {
        var pending = database.begin(session -> {
            throw new IllegalArgumentException("no");
        });

        assertThatExceptionOfType(IllegalArgumentException.class).isThrownBy(pending::result);
        assertThatExceptionOfType(IllegalArgumentException.class).isThrownBy(pending::onDisk);
    }

    @Test
    void write_badStatement_isAnIoFailure() {
        assertThatExceptionOfType(UncheckedIOException.class)
                .isThrownBy(() -> database.write(session -> session.update("INSERT INTO nowhere VALUES (1)")));
        assertThat(insert("after")).isEqualTo(1);
    }

    @Test
    void write_failureAmongOthersOfOneTransaction_undoesItselfOnly() throws Exception {
        var release = new CountDownLatch(1);
        var holder = holdWriter(release);
        var good = CompletableFuture.supplyAsync(() -> insert("good"));
        var bad = CompletableFuture.supplyAsync(() -> database.write(session -> {
            session.update(INSERT, "bad");
            throw new IllegalArgumentException("no");
        }));
        var alsoGood = CompletableFuture.supplyAsync(() -> insert("good too"));
        release.countDown();
        CompletableFuture.allOf(holder, good, alsoGood).join();
        assertThat(bad).failsWithin(Duration.ofSeconds(10));
        assertThat(keys()).containsExactly("good", "good too");
    }

    @Test
    void write_transactionLost_failsThatWriteAndTheNextWorks() {
        assertThatExceptionOfType(UncheckedIOException.class)
                .isThrownBy(() -> database.write(session -> {
                    session.update(INSERT, "lost");
                    return session.update("ROLLBACK");
                }));
        assertThat(insert("next")).isEqualTo(1);
        assertThat(keys()).containsExactly("next");
    }

    @Test
    void write_anyTransaction_isFlushedToTheLog() {
        String journal = database.write(session ->
                session.first("PRAGMA journal_mode", row -> row.getString(1)).orElseThrow());
        int synchronous = database.write(session ->
                session.first("PRAGMA synchronous", row -> row.getInt(1)).orElseThrow());
        assertThat(journal).isEqualTo("wal");
        assertThat(synchronous).as("2 is FULL").isEqualTo(2);
    }

    @Test
    void write_diskFull_failsThatWriteAndKeepsTheOthers() {
        insert("before");
        String big = "x".repeat(200_000);
        database.write(session -> session.list("PRAGMA max_page_count = 1", row -> row.getInt(1)));
        assertThatExceptionOfType(UncheckedIOException.class).isThrownBy(() -> insert(big));
        database.write(session -> session.list("PRAGMA max_page_count = 100000", row -> row.getInt(1)));
        assertThat(insert("after")).isEqualTo(1);
        assertThat(keys()).containsExactly("after", "before");
    }

    @Test
    void read_duringAWrite_seesWhatIsCommittedWithoutWaiting() throws Exception {
        insert("before");
        var release = new CountDownLatch(1);
        var holder = holdWriter(release);
        assertThat(keys()).containsExactly("before");
        release.countDown();
        holder.join();
    }

    @Test
    void read_triesToWrite_isRefused() {
        assertThatExceptionOfType(UncheckedIOException.class)
                .isThrownBy(() -> database.read(session -> session.update(INSERT, "sneaky")));
        assertThat(keys()).isEmpty();
    }

    @Test
    void close_writesWaiting_finishesThem() throws Exception {
        var release = new CountDownLatch(1);
        var holder = holdWriter(release);
        var waiting = CompletableFuture.supplyAsync(() -> insert("waiting"));
        Thread.sleep(100);
        release.countDown();
        database.close();
        holder.join();
        assertThat(waiting.join()).isEqualTo(1);
        open();
        assertThat(keys()).containsExactly("waiting");
    }
}
