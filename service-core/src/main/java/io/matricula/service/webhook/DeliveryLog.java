package io.matricula.service.webhook;

import io.matricula.service.account.AccountId;
import java.time.Instant;
import java.util.List;

/**
 * Port: every attempt of the last {@link Retention#LOG}. Every write is durable when the method returns. Safe for concurrent use,
 * also by several processes. All methods throw {@link java.io.UncheckedIOException} if the log can't be reached.
 */
public interface DeliveryLog {
    /** Adds an attempt. Repeatable: the same attempt stays one. */
    void record(DeliveryAttempt attempt);

    /**
     * A webhook's attempts that began before an instant, newest first.
     *
     * @param limit at most this many, 1 to 1000
     */
    List<DeliveryAttempt> listOf(AccountId account, WebhookId webhook, Instant before, int limit);

    /**
     * Removes the attempts that began before an instant. A log that forgets by itself may do nothing.
     *
     * @return how many were removed
     */
    int removeBefore(Instant at);
}
