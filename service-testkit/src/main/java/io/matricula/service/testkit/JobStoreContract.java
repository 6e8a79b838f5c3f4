package io.matricula.service.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.matricula.service.account.AccountId;
import io.matricula.service.idempotency.StoredAnswer;
import io.matricula.service.job.BatchId;
import io.matricula.service.job.BatchProgress;
import io.matricula.service.job.Job;
import io.matricula.service.job.JobId;
import io.matricula.service.job.JobStore;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What every {@link JobStore} must do. A subclass gives a fresh store to each test. */
public abstract class JobStoreContract {
    /** The real time: stores that forget by themselves do so by their own clocks. */
    private static final Instant NOW = Instant.now().truncatedTo(ChronoUnit.MILLIS);

    private static final StoredAnswer ANSWER = new StoredAnswer(201, "{\"results\":[],\"camera_id\":\"Tür 門\"}");
    private final Job job = Job.create(AccountId.random(), NOW, "{\"fields\":{\"camera_id\":[\"Tür 門\"]}}");

    protected abstract JobStore store();

    private boolean complete(StoredAnswer answer) {
        return store().complete(job.account(), job.id(), answer);
    }

    @Test
    void find_addedJob_isEqual() {
        store().add(job);
        assertThat(store().find(job.account(), job.id())).contains(job);
    }

    @Test
    void find_unknownOrAnothers_isEmpty() {
        store().add(job);
        assertThat(store().find(job.account(), JobId.random())).isEmpty();
        assertThat(store().find(AccountId.random(), job.id())).isEmpty();
    }

    @Test
    void complete_waitingJob_isKept() {
        store().add(job);
        assertThat(complete(ANSWER)).isTrue();
        assertThat(store().find(job.account(), job.id())).contains(job.withAnswer(ANSWER));
    }

    @Test
    void complete_again_keepsTheFirst() {
        store().add(job);
        complete(ANSWER);
        assertThat(complete(new StoredAnswer(500, "{}"))).isFalse();
        assertThat(store().find(job.account(), job.id())).contains(job.withAnswer(ANSWER));
    }

    @Test
    void complete_concurrently_oneWins() throws Exception {
        store().add(job);
        assertThat(Concurrent.run(32, 8, () -> complete(ANSWER))).containsOnlyOnce(true);
    }

    @Test
    void complete_unknownOrAnothers_changesNothing() {
        assertThat(complete(ANSWER)).isFalse();
        assertThat(store().find(job.account(), job.id())).isEmpty();
        store().add(job);
        assertThat(store().complete(AccountId.random(), job.id(), ANSWER)).isFalse();
        assertThat(store().find(job.account(), job.id())).contains(job);
    }

    @Test
    void complete_longAnswer_hasItAll() {
        var large = new StoredAnswer(201, "{\"results\":[" + "\"門\",".repeat(100_000) + "0]}");
        store().add(job);
        complete(large);
        assertThat(store().find(job.account(), job.id())).contains(job.withAnswer(large));
    }

    private static final StoredAnswer BROKEN = new StoredAnswer(500, "{}");

    private Job ofBatch(BatchId batch, int number) {
        return Job.create(job.account(), NOW, "{}").withId(batch.job(number));
    }

    @Test
    void add_answeredJob_isEqual() {
        Job refused = job.withAnswer(new StoredAnswer(403, "{}"));
        store().add(refused);
        assertThat(store().find(job.account(), job.id())).contains(refused);
        assertThat(complete(ANSWER)).isFalse();
        assertThat(store().waiting(job.account(), 10)).isZero();
    }

    @Test
    void ofBatch_manyJobs_comeInOrderAndPages() {
        BatchId batch = BatchId.random();
        List<Job> jobs = IntStream.range(0, 120)
                .mapToObj(number -> ofBatch(batch, number))
                .toList();
        store().add(job);
        store().add(jobs);
        store().add(ofBatch(BatchId.random(), 3));
        assertThat(store().ofBatch(job.account(), batch, 0, 1_000)).isEqualTo(jobs);
        assertThat(store().ofBatch(job.account(), batch, 100, 15)).isEqualTo(jobs.subList(100, 115));
        assertThat(store().ofBatch(job.account(), batch, 115, 15)).isEqualTo(jobs.subList(115, 120));
        assertThat(store().ofBatch(job.account(), batch, 120, 15)).isEmpty();
        assertThat(store().ofBatch(AccountId.random(), batch, 0, 10)).isEmpty();
    }

    @Test
    void progress_ofABatch_countsItsAnswers() {
        BatchId batch = BatchId.random();
        store().add(IntStream.range(0, 5)
                .mapToObj(number -> ofBatch(batch, number))
                .toList());
        store().complete(job.account(), batch.job(0), ANSWER);
        store().complete(job.account(), batch.job(1), ANSWER);
        store().complete(job.account(), batch.job(4), BROKEN);
        assertThat(store().progress(job.account(), batch)).isEqualTo(new BatchProgress(5, 2, 1));
        assertThat(store().progress(AccountId.random(), batch)).isEqualTo(new BatchProgress(0, 0, 0));
        assertThat(store().progress(job.account(), BatchId.random()).total()).isZero();
    }

    @Test
    void waiting_someAnswered_countsTheOthers() {
        BatchId batch = BatchId.random();
        store().add(IntStream.range(0, 5)
                .mapToObj(number -> ofBatch(batch, number))
                .toList());
        store().add(Job.create(AccountId.random(), NOW, "{}"));
        store().complete(job.account(), batch.job(2), ANSWER);
        assertThat(store().waiting(job.account(), 10)).isEqualTo(4);
        assertThat(store().waiting(job.account(), 3)).isEqualTo(3);
        assertThat(store().waiting(AccountId.random(), 3)).isZero();
    }

    @Test
    void reopen_brokenJob_waitsAnewAndCanBeAnswered() {
        store().add(job);
        complete(BROKEN);
        assertThat(store().waiting(job.account(), 9)).isZero();
        assertThat(store().reopen(job.account(), job.id())).isTrue();
        assertThat(store().reopen(job.account(), job.id())).isTrue();
        assertThat(store().find(job.account(), job.id())).contains(job.reopened());
        assertThat(store().waiting(job.account(), 9)).isEqualTo(1);
        assertThat(complete(ANSWER)).isTrue();
        assertThat(store().find(job.account(), job.id()))
                .contains(job.reopened().withAnswer(ANSWER));
    }

    @Test
    void reopen_goodAnswerOrUnknownOrAnothers_changesNothing() {
        store().add(job);
        complete(ANSWER);
        assertThat(store().reopen(job.account(), job.id())).isFalse();
        assertThat(store().reopen(AccountId.random(), job.id())).isFalse();
        assertThat(store().reopen(job.account(), JobId.random())).isFalse();
        assertThat(store().find(job.account(), job.id())).contains(job.withAnswer(ANSWER));
    }

    @Test
    void removeBefore_jobOfNow_keepsIt() {
        store().add(job);
        assertThat(store().removeBefore(NOW)).isZero();
        assertThat(store().find(job.account(), job.id())).contains(job);
    }
}
