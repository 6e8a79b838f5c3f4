package io.matricula.service.job;

import io.matricula.service.account.AccountId;
import java.time.Instant;
import java.util.Optional;

/**
 * Port: the pictures of jobs, until they are read. Every write is durable when the method returns. Safe for concurrent use, also by
 * several processes. All methods throw {@link java.io.UncheckedIOException} if the store can't be reached.
 */
public interface JobPictureStore {
    /** Keeps a picture, before its job is queued. Repeatable. */
    void put(AccountId account, JobId job, byte[] picture);

    /** The picture of a job; empty if there is none, or none any more. */
    Optional<byte[]> find(AccountId account, JobId job);

    /** Removes a picture. Repeatable. */
    void remove(AccountId account, JobId job);

    /**
     * Removes the pictures kept before an instant. A store that forgets by itself may do nothing.
     *
     * @return how many were removed
     */
    int removeBefore(Instant kept);
}
