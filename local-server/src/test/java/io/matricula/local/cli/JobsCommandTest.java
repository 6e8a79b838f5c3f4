package io.matricula.local.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.matricula.command.ExitCode;
import io.matricula.embedded.LocalState;
import io.matricula.service.account.AccountId;
import io.matricula.service.idempotency.StoredAnswer;
import io.matricula.service.job.DeadJob;
import io.matricula.service.job.Job;
import io.matricula.service.job.JobId;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JobsCommandTest {
    private static final String ANN = "ann@example.com";
    private static final Instant DIED = Instant.parse("2026-03-05T12:00:00Z");

    @TempDir
    private Path folder;

    private CommandRun jobs(String words) {
        return CommandRun.of((Object[]) ("jobs " + words + " --state " + folder).split(" "));
    }

    private AccountId account(String email) {
        CommandRun.of("account", "create", "--email", email, "--plan", "free", "--state", folder);
        try (LocalState state = LocalState.open(folder)) {
            return state.accounts().findByEmail(email).orElseThrow().id();
        }
    }

    private JobId dead(AccountId account, Instant created) {
        try (LocalState state = LocalState.open(folder)) {
            Job job = Job.create(account, created, "{}").withAnswer(new StoredAnswer(500, "{}"));
            state.jobs().add(job);
            state.deadJobs().put(new DeadJob(account, job.id(), 5, DIED, "IllegalStateException:\nbroken"));
            return job.id();
        }
    }

    @Test
    void dead_jobs_areListedWithTheReason() {
        JobId job = dead(account(ANN), DIED);
        account("bob@example.com");
        assertThat(jobs("dead").out().lines())
                .containsExactly(
                        job + "  " + ANN + "  2026-03-05T12:00:00Z  taken 5 times  IllegalStateException: broken");
        assertThat(jobs("dead --account " + ANN).out()).contains(job.value());
        assertThat(jobs("dead --account bob@example.com").out()).isEmpty();
    }

    @Test
    void redrive_whileTheServerRuns_queuesThem() {
        AccountId ann = account(ANN);
        JobId job = dead(ann, DIED);
        dead(ann, DIED);
        try (LocalState server = LocalState.open(folder)) {
            assertThat(jobs("redrive " + job).out().lines()).containsExactly(job + "  queued");
            var queue = server.jobQueue(Clock.systemUTC());
            assertThat(queue.take(10, Duration.ofSeconds(9), Duration.ZERO)).hasSize(1);
            assertThat(jobs("redrive --account " + ANN).out()).contains("queued");
            assertThat(queue.take(10, Duration.ofSeconds(9), Duration.ZERO)).hasSize(1);
        }
        assertThat(jobs("dead").out()).isEmpty();
    }

    @Test
    void redrive_forgottenJob_isTold() {
        JobId job = dead(account(ANN), DIED);
        try (LocalState state = LocalState.open(folder)) {
            state.jobs().removeBefore(DIED.plusSeconds(1));
        }
        assertThat(jobs("redrive").out().lines()).containsExactly(job + "  too old, or answered since");
    }

    @Test
    void orders_thatCantBeCarriedOut_areOnePlainLine() {
        account(ANN);
        for (CommandRun run :
                new CommandRun[] {jobs("redrive " + JobId.random()), jobs("dead --account bob@example.com"), jobs("")
                }) {
            assertThat(run.exitCode()).isEqualTo(ExitCode.WRONG_USAGE);
            assertThat(run.err().lines()).hasSize(1);
        }
    }
}
