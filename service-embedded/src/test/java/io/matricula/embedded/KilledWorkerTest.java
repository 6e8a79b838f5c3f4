package io.matricula.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import io.matricula.service.account.AccountId;
import io.matricula.service.idempotency.StoredAnswer;
import io.matricula.service.job.BatchId;
import io.matricula.service.job.Job;
import io.matricula.service.job.JobId;
import io.matricula.service.job.QueuedJob;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Kills a process that works on queued jobs with SIGKILL, again and again; {@code -Dkills=20} kills it more often. The same with real
 * pictures: {@code matricula bench durability}.
 */
@Timeout(120)
class KilledWorkerTest {
    private static final int KILLS = Integer.getInteger("kills", 5);
    private static final int JOBS = 200;
    private final AccountId account = AccountId.random();
    private final BatchId batch = BatchId.random();
    private final Random random = new Random(3);
    /** Answers that were seen, and must never change. */
    private final Map<JobId, StoredAnswer> seen = new HashMap<>();

    @TempDir
    Path folder;

    private LocalState state;

    @BeforeEach
    void open() {
        state = LocalState.open(folder);
    }

    @AfterEach
    void close() {
        state.close();
    }

    @Test
    void jobs_workersKilledAtAnyPoint_areAnsweredOnceAndNoneIsLost() throws Exception {
        queueAll();
        for (int kill = 0; kill < KILLS; kill++) {
            Process worker = start();
            int before = seen.size();
            while (look() == before) {
                Thread.sleep(5);
            }
            Thread.sleep(random.nextInt(60));
            worker.destroyForcibly().waitFor();
        }
        Process last = start();
        long deadline = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        while (look() < JOBS && System.nanoTime() < deadline) {
            Thread.sleep(20);
        }
        // What was answered by a worker that was killed before it could say so to the queue comes once more, and is
        // only taken away.
        Thread.sleep(JobProcess.LEASE.plusMillis(500).toMillis());
        last.destroyForcibly().waitFor();
        assertThat(look()).isEqualTo(JOBS);
        assertThat(state.jobQueue(Clock.systemUTC()).take(10, JobProcess.LEASE, Duration.ZERO))
                .isEmpty();
    }

    private void queueAll() {
        List<Job> jobs = IntStream.range(0, JOBS)
                .mapToObj(number -> Job.create(account, Instant.now(), "{}").withId(batch.job(number)))
                .toList();
        state.jobs().add(jobs);
        state.jobQueue(Clock.systemUTC())
                .add(jobs.stream().map(job -> new QueuedJob(account, job.id())).toList());
    }

    private Process start() throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        JobProcess.class.getName(),
                        folder.toString())
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    /** Looks at all answers; gives how many there are. */
    private int look() {
        for (Job job : state.jobs().ofBatch(account, batch, 0, JOBS)) {
            StoredAnswer answer = job.answer();
            if (answer != null) {
                assertThat(answer).isEqualTo(seen.getOrDefault(job.id(), answer));
                seen.put(job.id(), answer);
            }
        }
        return seen.size();
    }
}
