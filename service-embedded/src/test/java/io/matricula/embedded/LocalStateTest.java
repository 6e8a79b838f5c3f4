package io.matricula.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.matricula.service.account.Account;
import io.matricula.service.plan.Plan;
import io.matricula.service.usage.Call;
import io.matricula.service.usage.CountResult.Verdict;
import io.matricula.service.usage.UsagePeriod;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalStateTest {
    private static final Instant NOW = Instant.parse("2026-03-05T12:00:00Z");
    private static final Plan FREE = new Plan("free", 2_500, 1, false);

    @TempDir
    Path folder;

    private static void assertRefused(Path folder, String message) {
        assertThatExceptionOfType(StateException.class)
                .isThrownBy(() -> LocalState.open(folder))
                .withMessageContaining(message);
    }

    private static int countAll(LocalState state, Account account, Plan plan, int calls) {
        Call call = new Call(account.id(), UsagePeriod.containing(NOW, account.signUpDay()), NOW);
        return (int) IntStream.range(0, calls)
                .filter(i -> state.usage().count(call, plan).verdict() == Verdict.COUNTED)
                .count();
    }

    @Test
    void open_missingFolder_makesIt() {
        assertThat(LocalState.existsIn(folder.resolve("a/b"))).isFalse();
        try (LocalState state = LocalState.open(folder.resolve("a/b"))) {
            assertThat(state.writable()).isTrue();
        }
        assertThat(folder.resolve("a/b/matricula.db")).exists();
        assertThat(LocalState.existsIn(folder.resolve("a/b"))).isTrue();
    }

    @Test
    void open_again_keepsWhatWasWritten() {
        Account account = Account.create("ann@example.com", FREE, NOW);
        try (LocalState state = LocalState.open(folder)) {
            state.accounts().add(account);
        }
        try (LocalState state = LocalState.open(folder)) {
            assertThat(state.accounts().list()).containsExactly(account);
        }
    }

    @Test
    void open_folderIsAFile_isRefused() throws IOException {
        Path file = Files.createFile(folder.resolve("file"));
        assertRefused(file, "is a file");
        assertRefused(file.resolve("below"), "can't be made");
    }

    @Test
    void open_folderNotWritable_isRefused() throws IOException {
        Path locked = Files.createDirectory(folder.resolve("locked"));
        assertThat(locked.toFile().setWritable(false)).isTrue();
        assumeThat(Files.isWritable(locked)).as("root may write anywhere").isFalse();
        assertRefused(locked, "not writable");
    }

    @Test
    void open_noDatabase_isRefused() throws IOException {
        Files.writeString(folder.resolve("matricula.db"), "this is no database, but it is long enough to look at");
        assertRefused(folder, "can't be used");
    }

    @Test
    void open_databaseOfANewerVersion_isRefusedAndLeftAlone() throws SQLException {
        LocalState.open(folder).close();
        String url = "jdbc:sqlite:" + folder.resolve("matricula.db");
        try (var connection = DriverManager.getConnection(url);
                var statement = connection.createStatement()) {
            statement.executeUpdate("PRAGMA user_version = 99");
        }
        assertRefused(folder, "newer version");
    }

    @Test
    void open_files_areTheOwnersOnly() throws IOException {
        assumeThat(folder.getFileSystem().supportedFileAttributeViews()).contains("posix");
        Path made = folder.resolve("state");
        try (LocalState state = LocalState.open(made)) {
            state.accounts().add(Account.create("ann@example.com", FREE, NOW));
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(made)))
                    .isEqualTo("rwx------");
            try (var files = Files.list(made)) {
                assertThat(files).hasSize(3).allSatisfy(LocalStateTest::assertOwnersOnly);
            }
        }
    }

    private static void assertOwnersOnly(Path file) throws IOException {
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }

    @Test
    void open_twiceAtOnce_sharesOneQuota() {
        Account account = Account.create("ann@example.com", FREE, NOW);
        Plan plan = new Plan("quota", 150, Plan.NO_RATE_LIMIT, false);
        try (LocalState server = LocalState.open(folder);
                LocalState other = LocalState.open(folder)) {
            server.accounts().add(account);
            assertThat(other.accounts().find(account.id())).contains(account);
            var counted = CompletableFuture.supplyAsync(() -> countAll(server, account, plan, 100))
                    .thenCombine(
                            CompletableFuture.supplyAsync(() -> countAll(other, account, plan, 100)), Integer::sum);
            assertThat(counted.join()).isEqualTo(150);
        }
    }

    @RepeatedTest(20)
    void open_newFolderFromSeveralAtOnce_worksForAll() {
        var start = new CyclicBarrier(4);
        var opened = IntStream.range(0, 4)
                .mapToObj(i -> CompletableFuture.supplyAsync(() -> demoToken(start), task -> new Thread(task).start()))
                .toList();
        assertThat(opened).allSatisfy(token -> assertThat(token).succeedsWithin(Duration.ofSeconds(20)));
    }

    private String demoToken(CyclicBarrier start) {
        try {
            start.await();
        } catch (InterruptedException | BrokenBarrierException e) {
            throw new IllegalStateException(e);
        }
        try (LocalState state = LocalState.open(folder.resolve("new"))) {
            return state.demoAccount(Clock.systemUTC()).token().reveal();
        }
    }

    @Test
    void plans_withoutFile_areTheBuiltIn() {
        try (LocalState state = LocalState.open(folder)) {
            assertThat(state.plans().find("free")).contains(FREE);
        }
    }

    @Test
    void plans_ownFile_replaceTheBuiltIn() throws IOException {
        Files.writeString(folder.resolve("plans.yaml"), "gold: {calls: 7, per-second: 3, mmc: true}\n");
        try (LocalState state = LocalState.open(folder)) {
            assertThat(state.plans().list()).containsExactly(new Plan("gold", 7, 3, true));
        }
    }

    @Test
    void plans_badFile_isNamed() throws IOException {
        Files.writeString(folder.resolve("plans.yaml"), "gold: {calls: many}\n");
        try (LocalState state = LocalState.open(folder)) {
            assertThatExceptionOfType(StateException.class)
                    .isThrownBy(state::plans)
                    .withMessageContainingAll("plans.yaml", "gold");
        }
    }

    @Test
    void close_twice_isHarmless_andWritesAreRefused() {
        LocalState state = LocalState.open(folder);
        state.close();
        state.close();
        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(() -> state.accounts().add(Account.create("ann@example.com", FREE, NOW)));
    }
}
