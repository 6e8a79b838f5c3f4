package io.matricula.service.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.matricula.service.account.AccountId;
import io.matricula.service.job.DeadJob;
import io.matricula.service.job.DeadJobStore;
import io.matricula.service.job.JobId;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.Test;

/** What every {@link DeadJobStore} must do. A subclass gives a fresh store to each test. */
public abstract class DeadJobStoreContract {
    /** The real time: stores that forget by themselves do so by their own clocks. */
    private static final Instant NOW = Instant.now().truncatedTo(ChronoUnit.MILLIS);

    private final AccountId account = AccountId.random();

    protected abstract DeadJobStore store();

    private static DeadJob dead(AccountId account) {
        return new DeadJob(account, JobId.random(), 5, NOW, "IllegalStateException: Größe 門");
    }

    @Test
    void list_keptJobs_hasThemAsTheyWere() {
        DeadJob one = dead(account);
        DeadJob other = dead(account);
        DeadJob anothers = dead(AccountId.random());
        store().put(one);
        store().put(other);
        store().put(anothers);
        assertThat(store().listOf(account, 10)).containsExactlyInAnyOrder(one, other);
        assertThat(store().listOf(account, 1)).hasSize(1);
        assertThat(store().list(10)).containsExactlyInAnyOrder(one, other, anothers);
        assertThat(store().list(2)).hasSize(2);
        assertThat(store().listOf(AccountId.random(), 10)).isEmpty();
    }

    @Test
    void put_sameJob_takesThePlaceOfTheFirst() {
        DeadJob first = dead(account);
        var second = new DeadJob(account, first.job(), 6, NOW.plusSeconds(5), "BUSY");
        store().put(first);
        store().put(second);
        assertThat(store().listOf(account, 10)).containsExactly(second);
    }

    @Test
    void remove_job_isGoneAndRepeatable() {
        DeadJob one = dead(account);
        store().put(one);
        store().remove(AccountId.random(), one.job());
        assertThat(store().listOf(account, 10)).containsExactly(one);
        store().remove(account, one.job());
        store().remove(account, one.job());
        assertThat(store().listOf(account, 10)).isEmpty();
    }

    @Test
    void removeBefore_jobOfNow_keepsIt() {
        store().put(dead(account));
        assertThat(store().removeBefore(NOW)).isZero();
        assertThat(store().list(10)).hasSize(1);
    }
}
