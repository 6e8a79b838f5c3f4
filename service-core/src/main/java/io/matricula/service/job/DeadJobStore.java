package io.matricula.service.job;

import io.matricula.service.account.AccountId;
import java.time.Instant;
import java.util.List;

/**
 * Port: the jobs that were given up, for {@link DeadJob#KEPT}. Every write is durable when the method returns. Safe for concurrent
 * use, also by several processes. All methods throw {@link java.io.UncheckedIOException} if the store can't be reached.
 */
public interface DeadJobStore {
    /** Keeps a dead job, in place of an earlier death of the same. */
    void put(DeadJob dead);

    /**
     * Dead jobs of all accounts, in no certain order.
     *
     * @param limit at most this many, 1 or more
     */
    List<DeadJob> list(int limit);

    /** An account's dead jobs, as {@link #list}. */
    List<DeadJob> listOf(AccountId account, int limit);

    /** Removes a dead job. Repeatable. */
    void remove(AccountId account, JobId job);

    /**
     * Removes those that died before an instant. A store that forgets by itself may do nothing.
     *
     * @return how many were removed
     */
    int removeBefore(Instant died);
}
