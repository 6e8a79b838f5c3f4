package io.matricula.service.webhook;

import io.matricula.service.account.AccountId;
import java.time.Instant;
import java.util.Optional;

/**
 * Port: the pictures of events whose webhooks want them, kept for {@link Retention#PICTURES}. Every write is durable when the
 * method returns. Safe for concurrent use, also by several processes. All methods throw {@link java.io.UncheckedIOException} if
 * the store can't be reached.
 */
public interface EventPictureStore {
    /** Keeps a picture, before its event is published. Repeatable. */
    void put(AccountId account, EventId event, byte[] picture);

    /** The picture of an event; empty if there is none, or none any more. */
    Optional<byte[]> find(AccountId account, EventId event);

    /**
     * Removes the pictures kept before an instant. A store that forgets by itself may do nothing.
     *
     * @return how many were removed
     */
    int removeBefore(Instant kept);
}
