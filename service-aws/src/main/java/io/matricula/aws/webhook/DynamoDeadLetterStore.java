package io.matricula.aws.webhook;

import io.matricula.aws.dynamo.Dynamo;
import io.matricula.aws.dynamo.Item;
import io.matricula.aws.dynamo.Table;
import io.matricula.service.account.AccountId;
import io.matricula.service.webhook.DeadLetter;
import io.matricula.service.webhook.DeadLetterStore;
import io.matricula.service.webhook.EventId;
import io.matricula.service.webhook.Retention;
import io.matricula.service.webhook.WebhookId;
import java.time.Instant;
import java.util.List;

/** Deliveries that were given up, in DynamoDB, which removes the old ones by itself. Safe for concurrent use. */
public final class DynamoDeadLetterStore implements DeadLetterStore {
    private static final Table TABLE = Table.DEAD_LETTERS;
    private final Dynamo dynamo;

    public DynamoDeadLetterStore(Dynamo dynamo) {
        this.dynamo = dynamo;
    }

    @Override
    public void put(DeadLetter letter) {
        dynamo.put(
                TABLE,
                Item.builder()
                        .text("webhook", DynamoDeliveryLog.partition(letter.account(), letter.webhook()))
                        .text("event", letter.event().value())
                        .number("attempts", letter.attempts())
                        .instant("died", letter.died())
                        .text("reason", letter.reason())
                        .number("expires", letter.died().plus(Retention.EVENTS).getEpochSecond())
                        .build());
    }

    @Override
    public List<DeadLetter> listOf(AccountId account, WebhookId webhook, int limit) {
        return dynamo.list(TABLE, DynamoDeliveryLog.partition(account, webhook), limit).stream()
                .map(item -> letter(item, account, webhook))
                .toList();
    }

    private static DeadLetter letter(Item item, AccountId account, WebhookId webhook) {
        return new DeadLetter(
                account,
                webhook,
                new EventId(item.text("event")),
                Math.toIntExact(item.number("attempts")),
                item.instant("died"),
                item.text("reason"));
    }

    @Override
    public boolean remove(AccountId account, WebhookId webhook, EventId event) {
        Item key = Item.builder()
                .text("webhook", DynamoDeliveryLog.partition(account, webhook))
                .text("event", event.value())
                .build();
        return dynamo.delete(TABLE, key, "attribute_exists(webhook)", Item.EMPTY)
                .done();
    }

    @Override
    public int removeBefore(Instant died) {
        return 0;
    }
}
