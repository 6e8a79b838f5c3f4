package io.matricula.service.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.matricula.service.account.AccountId;
import io.matricula.service.job.JobId;
import io.matricula.service.job.JobQueue;
import io.matricula.service.job.LeasedJob;
import io.matricula.service.job.QueuedJob;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What every {@link JobQueue} must do. A subclass gives an empty queue to each test, and lets time pass. */
public abstract class JobQueueContract {
    private static final Duration LEASE = Duration.ofSeconds(30);
    private static final Duration SHORT = Duration.ofSeconds(1);
    private static final Duration LONGER = Duration.ofSeconds(2);
    private final QueuedJob job = job();

    protected abstract JobQueue queue();

    /** Lets time pass for the queue: turns its clock, or sleeps. Asked for 2 seconds at most. */
    protected abstract void pass(Duration time) throws InterruptedException;

    /** How long to wait for what must be there; a queue with another clock than the wall's gives it at once. */
    protected Duration patience() {
        return Duration.ZERO;
    }

    private static QueuedJob job() {
        return new QueuedJob(AccountId.random(), JobId.random());
    }

    private LeasedJob takeOne(Duration lease) {
        List<LeasedJob> taken = queue().take(10, lease, patience());
        assertThat(taken).hasSize(1);
        return taken.get(0);
    }

    private void assertNothingDue() {
        assertThat(queue().take(10, LEASE, Duration.ZERO)).isEmpty();
    }

    @Test
    void take_addedJob_isItOnce() {
        assertNothingDue();
        queue().add(job);
        LeasedJob taken = takeOne(LEASE);
        assertThat(taken.job()).isEqualTo(job);
        assertThat(taken.taken()).isEqualTo(1);
        assertNothingDue();
    }

    @Test
    void add_again_doesNotFail() {
        queue().add(job);
        queue().add(job);
        assertThat(queue().take(1, LEASE, patience()))
                .extracting(LeasedJob::job)
                .containsExactly(job);
    }

    @Test
    void take_leaseRunOut_comesAgainAndIsCounted() throws InterruptedException {
        queue().add(job);
        takeOne(SHORT);
        pass(LONGER);
        LeasedJob again = takeOne(LEASE);
        assertThat(again.job()).isEqualTo(job);
        assertThat(again.taken()).isEqualTo(2);
    }

    @Test
    void take_manyAtOnce_givesEachOnce() throws Exception {
        List<QueuedJob> all = Stream.generate(JobQueueContract::job).limit(40).toList();
        queue().add(all);
        List<QueuedJob> taken = new ArrayList<>();
        for (int round = 0; round < 30 && taken.size() < all.size(); round++) {
            Concurrent.run(6, 6, () -> queue().take(3, LEASE, patience()))
                    .forEach(some -> some.forEach(one -> taken.add(one.job())));
        }
        assertThat(taken).containsExactlyInAnyOrderElementsOf(all);
    }

    @Test
    void extend_beyondTheLease_staysHidden() throws InterruptedException {
        queue().add(job);
        queue().extend(takeOne(SHORT), LEASE);
        pass(LONGER);
        assertNothingDue();
    }

    @Test
    void extend_byLess_givesTheJobBack() throws InterruptedException {
        queue().add(job);
        queue().extend(takeOne(LEASE), SHORT);
        pass(LONGER);
        assertThat(takeOne(LEASE).job()).isEqualTo(job);
    }

    @Test
    void remove_takenJob_neverComesAgain() throws InterruptedException {
        queue().add(job);
        queue().remove(takeOne(SHORT));
        pass(LONGER);
        assertNothingDue();
    }
}
