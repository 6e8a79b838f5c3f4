package io.matricula.service.job;

import io.matricula.service.account.AccountId;
import io.matricula.service.idempotency.StoredAnswer;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A picture that was taken on to be read later, and what came of it. Immutable.
 *
 * @param order what was asked for, in the words of who takes jobs on; its picture is in the {@link JobPictureStore}
 * @param answer what the caller would have been answered at once; null while the job waits or is at work
 */
public record Job(
        JobId id,
        AccountId account,
        Instant created,
        String order,
        @Nullable StoredAnswer answer) {
    /** How long a job and its answer are kept. */
    public static final Duration KEPT = Duration.ofHours(24);

    /** A job that nobody has worked on. */
    public static Job create(AccountId account, Instant created, String order) {
        return new Job(JobId.random(), account, created, order, null);
    }

    public Job withAnswer(StoredAnswer given) {
        return new Job(id, account, created, order, given);
    }
}
