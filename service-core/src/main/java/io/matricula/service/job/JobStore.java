package io.matricula.service.job;

import io.matricula.service.account.AccountId;
import io.matricula.service.idempotency.StoredAnswer;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Port: the jobs of the last {@link Job#KEPT}, each found only under its account. Every write is durable when the method returns
 * and seen by every later read. Safe for concurrent use, also by several processes. All methods throw
 * {@link java.io.UncheckedIOException} if the store can't be reached.
 */
public interface JobStore {
    /** Adds jobs whose ids are new, some perhaps answered already; if it throws, part of them may have been added. */
    void add(List<Job> jobs);

    default void add(Job job) {
        add(List.of(job));
    }

    /** An account's job; empty if there is none, or none any more. */
    Optional<Job> find(AccountId account, JobId id);

    /**
     * An account's jobs of a batch in the order of their numbers.
     *
     * @param from number of the first that is wanted
     * @param max at most this many, 1 or more
     * @return fewer only at the batch's end; empty if there is no such batch
     */
    List<Job> ofBatch(AccountId account, BatchId batch, int from, int max);

    /** How far an account's batch is; all zero if there is none. */
    BatchProgress progress(AccountId account, BatchId batch);

    /**
     * How many of an account's jobs have no answer; may lag a moment behind what was written.
     *
     * @param most counts no further than this
     */
    int waiting(AccountId account, int most);

    /**
     * Writes a job's answer, once.
     *
     * @return false, having changed nothing, if the job has an answer, or there is none
     */
    boolean complete(AccountId account, JobId id, StoredAnswer answer);

    /**
     * Takes the answer of a job back that failed on our side, with a status of 500 or more: it waits again, marked as
     * {@link Job#redriven}. Repeatable.
     *
     * @return whether there is such a job and it waits now
     */
    boolean reopen(AccountId account, JobId id);

    /**
     * Removes the jobs created before an instant. A store that forgets by itself may do nothing.
     *
     * @return how many were removed
     */
    int removeBefore(Instant created);
}
