package io.matricula.service.job;

import io.matricula.service.account.AccountId;
import java.time.Duration;
import java.time.Instant;

/**
 * A job that was given up on our side, though it may be no fault of its picture.
 *
 * @param taken how often it was taken from the queue
 * @param died when it was given up
 * @param reason for operators to read
 */
public record DeadJob(AccountId account, JobId job, int taken, Instant died, String reason) {
    /** How long it is told; it can be tried anew for as long as the job is kept, which is {@link Job#KEPT}. */
    public static final Duration KEPT = Duration.ofDays(14);

    /** Longest reason. */
    public static final int LONGEST_REASON = 500;

    public DeadJob {
        if (reason.length() > LONGEST_REASON) {
            reason = reason.substring(0, LONGEST_REASON);
        }
    }
}
