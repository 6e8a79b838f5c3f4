package io.matricula.service.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.matricula.service.account.AccountId;
import io.matricula.service.idempotency.StoredAnswer;
import io.matricula.service.job.Job;
import io.matricula.service.job.JobId;
import io.matricula.service.job.JobStore;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** What every {@link JobStore} must do. A subclass gives a fresh store to each test. */
public abstract class JobStoreContract {
    private static final Instant NOW = Instant.parse("2026-03-05T12:00:00.25Z");
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

    @Test
    void removeBefore_jobOfNow_keepsIt() {
        store().add(job);
        assertThat(store().removeBefore(NOW)).isZero();
        assertThat(store().find(job.account(), job.id())).contains(job);
    }
}
