package io.matricula.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Kills a counting process with SIGKILL, again and again. {@code -Dkills=20} kills it more often. */
@Timeout(120)
class KilledProcessTest {
    private static final int KILLS = Integer.getInteger("kills", 5);
    private final Random random = new Random(9);

    @TempDir
    Path folder;

    @Test
    void count_killedAtAnyPoint_losesNoAnsweredCall() throws Exception {
        long stored = 0;
        long answeredInAll = 0;
        for (int kill = 0; kill < KILLS; kill++) {
            int answered = answersUntilKilled();
            long now = storedCalls();
            // Counted but not answered: at most one call of each thread.
            assertThat(now - stored).isBetween((long) answered, (long) answered + MeteringProcess.THREADS);
            stored = now;
            answeredInAll += answered;
        }
        System.out.printf("%d kills: %d calls answered, %d counted%n", KILLS, answeredInAll, stored);
    }

    /** Lets the process answer some calls, kills it and returns how many it answered. */
    private int answersUntilKilled() throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        MeteringProcess.class.getName(),
                        folder.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try (var answers = process.getInputStream()) {
            int atLeast = 100 + random.nextInt(400);
            int answered = answers.readNBytes(atLeast).length;
            // Through the handle: Process would close the stream, and with it lose answers already given.
            process.toHandle().destroyForcibly();
            answered += answers.readAllBytes().length;
            assertThat(answered).isGreaterThanOrEqualTo(atLeast);
            assertThat(process.waitFor()).isNotZero();
            return answered;
        } finally {
            process.destroyForcibly();
        }
    }

    private long storedCalls() throws Exception {
        try (SqliteDatabase database = new SqliteDatabase(folder.resolve("matricula.db"))) {
            Optional<String> integrity =
                    database.read(session -> session.first("PRAGMA integrity_check", row -> row.getString(1)));
            assertThat(integrity).contains("ok");
            var usage = new SqliteUsageStore(database).find(MeteringProcess.ACCOUNT, MeteringProcess.PERIOD);
            assertThat(usage.days().stream().mapToLong(Long::longValue).sum()).isEqualTo(usage.calls());
            return usage.calls();
        }
    }
}
