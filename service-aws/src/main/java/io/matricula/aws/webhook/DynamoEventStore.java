package io.matricula.aws.webhook;

import io.matricula.aws.dynamo.Compressed;
import io.matricula.aws.dynamo.Dynamo;
import io.matricula.aws.dynamo.Item;
import io.matricula.aws.dynamo.Table;
import io.matricula.service.account.AccountId;
import io.matricula.service.webhook.DeliveryQueue;
import io.matricula.service.webhook.EventId;
import io.matricula.service.webhook.EventStore;
import io.matricula.service.webhook.QueuedDelivery;
import io.matricula.service.webhook.Retention;
import io.matricula.service.webhook.WebhookEvent;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Events in DynamoDB, which removes the old ones by itself; their deliveries go to a queue. Safe for concurrent use.
 */
public final class DynamoEventStore implements EventStore {
    private final Dynamo dynamo;
    private final DeliveryQueue queue;

    public DynamoEventStore(Dynamo dynamo, DeliveryQueue queue) {
        this.dynamo = dynamo;
        this.queue = queue;
    }

    @Override
    public void publish(WebhookEvent event, List<QueuedDelivery> deliveries) {
        dynamo.put(Table.EVENTS, item(event));
        queue.add(deliveries);
    }

    @Override
    public Optional<WebhookEvent> find(AccountId account, EventId id) {
        Item key = Item.builder()
                .text("account", account.value())
                .text("event", id.value())
                .build();
        return dynamo.find(Table.EVENTS, key).map(DynamoEventStore::event);
    }

    @Override
    public int removeBefore(Instant created) {
        return 0;
    }

    private static Item item(WebhookEvent event) {
        return Item.builder()
                .text("account", event.account().value())
                .text("event", event.id().value())
                .instant("created", event.created())
                .text("type", event.type())
                .bytes("data", Compressed.of(event.data()))
                .flag("picture", event.picture())
                .number("expires", event.created().plus(Retention.EVENTS).getEpochSecond())
                .build();
    }

    private static WebhookEvent event(Item item) {
        return new WebhookEvent(
                new EventId(item.text("event")),
                new AccountId(item.text("account")),
                item.instant("created"),
                item.text("type"),
                Compressed.text(item.bytes("data")),
                item.flag("picture"));
    }
}
