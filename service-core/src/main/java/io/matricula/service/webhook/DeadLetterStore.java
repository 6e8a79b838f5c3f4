package io.matricula.service.webhook;

import io.matricula.service.account.AccountId;
import java.time.Instant;
import java.util.List;

/**
 * Port: the deliveries that were given up, one for each webhook and event, for {@link Retention#EVENTS}. Every write is durable
 * when the method returns. Safe for concurrent use, also by several processes. All methods throw
 * {@link java.io.UncheckedIOException} if the store can't be reached.
 */
public interface DeadLetterStore {
    /** Keeps a dead letter; in place of an earlier one of the same webhook and event. */
    void put(DeadLetter letter);

    /**
     * A webhook's dead letters, in no certain order.
     *
     * @param limit at most this many, 1 to 1000
     */
    List<DeadLetter> listOf(AccountId account, WebhookId webhook, int limit);

    /**
     * Removes a dead letter.
     *
     * @return false if there was none
     */
    boolean remove(AccountId account, WebhookId webhook, EventId event);

    /**
     * Removes the letters that died before an instant. A store that forgets by itself may do nothing.
     *
     * @return how many were removed
     */
    int removeBefore(Instant died);
}
