package io.matricula.service.testkit;

import io.matricula.service.account.AccountId;
import io.matricula.service.webhook.Webhook;
import io.matricula.service.webhook.WebhookId;
import io.matricula.service.webhook.WebhookStore;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Webhooks in memory, for tests. Safe for concurrent use. */
public final class InMemoryWebhookStore implements WebhookStore {
    private final Map<Key, Webhook> webhooks = new HashMap<>();

    @Override
    public synchronized boolean add(Webhook webhook) {
        return webhooks.putIfAbsent(new Key(webhook.account(), webhook.id()), webhook) == null;
    }

    @Override
    public synchronized Optional<Webhook> find(AccountId account, WebhookId id) {
        return Optional.ofNullable(webhooks.get(new Key(account, id)));
    }

    @Override
    public synchronized List<Webhook> listOf(AccountId account) {
        return webhooks.values().stream()
                .filter(webhook -> webhook.account().equals(account))
                .sorted(Comparator.comparing(Webhook::created)
                        .thenComparing(webhook -> webhook.id().value()))
                .toList();
    }

    @Override
    public synchronized Optional<Webhook> update(AccountId account, WebhookId id, UnaryOperator<Webhook> change) {
        return Optional.ofNullable(
                webhooks.computeIfPresent(new Key(account, id), (same, webhook) -> change.apply(webhook)));
    }

    @Override
    public synchronized boolean remove(AccountId account, WebhookId id) {
        return webhooks.remove(new Key(account, id)) != null;
    }

    private record Key(AccountId account, WebhookId id) {}
}
