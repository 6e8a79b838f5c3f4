package io.matricula.service.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.matricula.service.account.AccountId;
import io.matricula.service.job.JobId;
import io.matricula.service.job.JobPictureStore;
import java.time.Instant;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What every {@link JobPictureStore} must do. A subclass gives a fresh store to each test. */
public abstract class JobPictureStoreContract {
    private final AccountId account = AccountId.random();
    private final JobId job = JobId.random();

    protected abstract JobPictureStore store();

    private static byte[] picture(int size) {
        byte[] bytes = new byte[size];
        new Random(size).nextBytes(bytes);
        return bytes;
    }

    @Test
    void find_keptPicture_isTheSame() {
        store().put(account, job, picture(10));
        store().put(account, job, picture(3_000_000));
        assertThat(store().find(account, job))
                .hasValueSatisfying(found -> assertThat(found).isEqualTo(picture(3_000_000)));
    }

    @Test
    void find_missingOrAnothers_isEmpty() {
        store().put(account, job, picture(10));
        assertThat(store().find(account, JobId.random())).isEmpty();
        assertThat(store().find(AccountId.random(), job)).isEmpty();
    }

    @Test
    void remove_picture_isGoneAndRepeatable() {
        store().put(account, job, picture(10));
        store().remove(account, job);
        store().remove(account, job);
        assertThat(store().find(account, job)).isEmpty();
    }

    @Test
    void removeBefore_pictureKeptLater_keepsIt() {
        store().put(account, job, picture(10));
        assertThat(store().removeBefore(Instant.parse("2026-01-01T00:00:00Z"))).isZero();
        assertThat(store().find(account, job)).isPresent();
    }
}
