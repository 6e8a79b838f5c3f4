package io.matricula.service.job;

import io.matricula.service.account.AccountId;
import io.matricula.service.idempotency.StoredAnswer;
import java.time.Instant;
import java.util.Optional;

/**
 * Port: the jobs of the last {@link Job#KEPT}, each found only under its account. Every write is durable when the method returns
 * and seen by every later read. Safe for concurrent use, also by several processes. All methods throw
 * {@link java.io.UncheckedIOException} if the store can't be reached.
 */
public interface JobStore {
    /** Adds a job whose id is new. */
    void add(Job job);

    /** An account's job; empty if there is none, or none any more. */
    Optional<Job> find(AccountId account, JobId id);

    /**
     * Writes a job's answer, once.
     *
     * @return false, having changed nothing, if the job has an answer, or there is none
     */
    boolean complete(AccountId account, JobId id, StoredAnswer answer);

    /**
     * Removes the jobs created before an instant. A store that forgets by itself may do nothing.
     *
     * @return how many were removed
     */
    int removeBefore(Instant created);
}
