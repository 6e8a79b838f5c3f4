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
 * @param redriven whether it was given up before and tried anew by an operator: its call was given back then, and never is again
 */
public record Job(
        JobId id,
        AccountId account,
        Instant created,
        String order,
        @Nullable StoredAnswer answer,
        boolean redriven) {
    /** How long a job and its answer are kept. */
    public static final Duration KEPT = Duration.ofHours(24);

    /** A job that nobody has worked on. */
    public static Job create(AccountId account, Instant created, String order) {
        return new Job(JobId.random(), account, created, order, null, false);
    }

    public Job withId(JobId other) {
        return new Job(other, account, created, order, answer, redriven);
    }

    public Job withAnswer(StoredAnswer given) {
        return new Job(id, account, created, order, given, redriven);
    }

    /** The same job given up before, and waiting anew. */
    public Job reopened() {
        return new Job(id, account, created, order, null, true);
    }
}
