package io.matricula.service.operator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.matricula.service.account.Account;
import io.matricula.service.idempotency.StoredAnswer;
import io.matricula.service.job.DeadJob;
import io.matricula.service.job.Job;
import io.matricula.service.job.LeasedJob;
import io.matricula.service.job.QueuedJob;
import io.matricula.service.operator.JobAdmin.Redriven;
import io.matricula.service.plan.Plan;
import io.matricula.service.testkit.FakeClock;
import io.matricula.service.testkit.InMemoryAccountStore;
import io.matricula.service.testkit.InMemoryDeadJobStore;
import io.matricula.service.testkit.InMemoryJobQueue;
import io.matricula.service.testkit.InMemoryJobStore;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class JobAdminTest {
    private static final Instant NOW = Instant.parse("2026-03-05T12:00:00Z");
    private final InMemoryAccountStore accounts = new InMemoryAccountStore();
    private final InMemoryJobStore jobs = new InMemoryJobStore();
    private final InMemoryDeadJobStore dead = new InMemoryDeadJobStore();
    private final InMemoryJobQueue queue = new InMemoryJobQueue(FakeClock.at("2026-03-05T12:00:00Z"));
    private final JobAdmin admin = new JobAdmin(accounts, jobs, dead, queue);
    private final Account ann = account("ann@example.com");
    private final Account bob = account("bob@example.com");

    private Account account(String email) {
        Account account = Account.create(email, new Plan("free", 100, 0, false), NOW);
        accounts.add(account);
        return account;
    }

    private Job dead(Account account, int second) {
        Job job = Job.create(account.id(), NOW, "{}").withAnswer(new StoredAnswer(500, "{}"));
        jobs.add(job);
        dead.put(new DeadJob(account.id(), job.id(), 5, NOW.plusSeconds(second), "broken"));
        return job;
    }

    private List<QueuedJob> queued() {
        return queue.take(10, Duration.ofSeconds(30), Duration.ZERO).stream()
                .map(LeasedJob::job)
                .toList();
    }

    @Test
    void dead_ofOneAccountOrAll_isOldestFirst() {
        Job second = dead(ann, 2);
        Job first = dead(bob, 1);
        assertThat(admin.dead(null)).extracting(DeadJob::job).containsExactly(first.id(), second.id());
        assertThat(admin.dead("ann@example.com")).extracting(DeadJob::job).containsExactly(second.id());
    }

    @Test
    void redrive_all_waitAnewForNothing() {
        Job one = dead(ann, 1);
        Job other = dead(bob, 2);
        assertThat(admin.redrive(null, Set.of())).extracting(Redriven::queued).containsExactly(true, true);
        assertThat(queued())
                .containsExactlyInAnyOrder(new QueuedJob(ann.id(), one.id()), new QueuedJob(bob.id(), other.id()));
        assertThat(jobs.find(ann.id(), one.id())).contains(one.reopened());
        assertThat(admin.dead(null)).isEmpty();
    }

    @Test
    void redrive_named_leavesTheOthers() {
        Job one = dead(ann, 1);
        Job other = dead(ann, 2);
        admin.redrive("ann@example.com", Set.of(one.id().value()));
        assertThat(admin.dead(null)).extracting(DeadJob::job).containsExactly(other.id());
        assertThat(queued()).containsExactly(new QueuedJob(ann.id(), one.id()));
    }

    @Test
    void redrive_jobForgottenMeanwhile_isToldAndNotQueued() {
        dead(ann, 1);
        jobs.removeBefore(NOW.plusSeconds(1));
        assertThat(admin.redrive(null, Set.of())).extracting(Redriven::queued).containsExactly(false);
        assertThat(queued()).isEmpty();
        assertThat(admin.dead(null)).isEmpty();
    }

    @Test
    void redrive_unknownAccountOrJob_isRefused() {
        Job one = dead(ann, 1);
        assertThatExceptionOfType(OperatorException.class)
                .isThrownBy(() -> admin.redrive("cem@example.com", Set.of()))
                .withMessageContaining("no account cem@example.com");
        assertThatExceptionOfType(OperatorException.class)
                .isThrownBy(
                        () -> admin.redrive("bob@example.com", Set.of(one.id().value())))
                .withMessageContaining("no dead job " + one.id());
        assertThat(admin.dead(null)).hasSize(1);
    }
}
