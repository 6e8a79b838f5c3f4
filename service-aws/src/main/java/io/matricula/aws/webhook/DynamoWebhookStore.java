package io.matricula.aws.webhook;

import io.matricula.aws.dynamo.Dynamo;
import io.matricula.aws.dynamo.Item;
import io.matricula.aws.dynamo.Table;
import io.matricula.service.account.AccountId;
import io.matricula.service.webhook.Webhook;
import io.matricula.service.webhook.WebhookId;
import io.matricula.service.webhook.WebhookStore;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Webhooks in DynamoDB. Safe for concurrent use. */
public final class DynamoWebhookStore implements WebhookStore {
    private static final Table TABLE = Table.WEBHOOKS;
    private final Dynamo dynamo;

    public DynamoWebhookStore(Dynamo dynamo) {
        this.dynamo = dynamo;
    }

    @Override
    public boolean add(Webhook webhook) {
        return dynamo.put(TABLE, WebhookItem.of(webhook, 1), "attribute_not_exists(account)", Item.EMPTY)
                .done();
    }

    @Override
    public Optional<Webhook> find(AccountId account, WebhookId id) {
        return dynamo.find(TABLE, key(account, id)).map(WebhookItem::webhook);
    }

    @Override
    public List<Webhook> listOf(AccountId account) {
        return dynamo.list(TABLE, account.value()).stream()
                .map(WebhookItem::webhook)
                .sorted(Comparator.comparing(Webhook::created)
                        .thenComparing(webhook -> webhook.id().value()))
                .toList();
    }

    @Override
    public Optional<Webhook> update(AccountId account, WebhookId id, UnaryOperator<Webhook> change) {
        while (true) {
            Optional<Item> before = dynamo.find(TABLE, key(account, id));
            if (before.isEmpty()) {
                return Optional.empty();
            }
            Webhook changed = changed(WebhookItem.webhook(before.get()), change);
            if (replace(changed, before.get().number("revision"))) {
                return Optional.of(changed);
            }
        }
    }

    private static Webhook changed(Webhook webhook, UnaryOperator<Webhook> change) {
        Webhook changed = change.apply(webhook);
        if (!changed.account().equals(webhook.account())
                || !changed.id().equals(webhook.id())
                || !changed.created().equals(webhook.created())) {
            throw new IllegalArgumentException("a change must keep account, number and creation");
        }
        return changed;
    }

    private boolean replace(Webhook changed, long seen) {
        Item values = Item.builder().number(":seen", seen).build();
        return dynamo.put(TABLE, WebhookItem.of(changed, seen + 1), "revision = :seen", values)
                .done();
    }

    @Override
    public boolean remove(AccountId account, WebhookId id) {
        return dynamo.delete(TABLE, key(account, id), "attribute_exists(account)", Item.EMPTY)
                .done();
    }

    private static Item key(AccountId account, WebhookId id) {
        return Item.builder()
                .text("account", account.value())
                .text("webhook", id.toString())
                .build();
    }
}
