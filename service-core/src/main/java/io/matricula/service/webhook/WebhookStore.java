package io.matricula.service.webhook;

import io.matricula.service.account.AccountId;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Port: the webhooks, each found only under its account. Every write is durable when the method returns. Safe for concurrent use,
 * also by several processes. All methods throw {@link java.io.UncheckedIOException} if the store can't be reached.
 */
public interface WebhookStore {
    /**
     * Adds a webhook.
     *
     * @return false, having changed nothing, if the account has one of this number
     */
    boolean add(Webhook webhook);

    /** An account's webhook; empty if there is none. */
    Optional<Webhook> find(AccountId account, WebhookId id);

    /**
     * An account's webhooks, oldest first. Asked for on every recognition: it may be up to five seconds old, but shows at once what
     * the same process wrote.
     */
    List<Webhook> listOf(AccountId account);

    /**
     * Changes a webhook atomically: of two concurrent changes the second sees the first.
     *
     * @param change pure; keeps account, number and creation; may be called more than once
     * @return the webhook as it is now; empty, having changed nothing, if there is none
     */
    Optional<Webhook> update(AccountId account, WebhookId id, UnaryOperator<Webhook> change);

    /**
     * Removes a webhook.
     *
     * @return false if there was none
     */
    boolean remove(AccountId account, WebhookId id);
}
