package io.matricula.aws.webhook;

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
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/**
 * Events in DynamoDB, which removes the old ones by itself; their deliveries go to a queue. An item holds 400 kB, so data is
 * kept compressed. Safe for concurrent use.
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
                .bytes("data", compressed(event.data()))
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
                expanded(item.bytes("data")),
                item.flag("picture"));
    }

    private static byte[] compressed(String text) {
        var bytes = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(bytes)) {
            gzip.write(text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static String expanded(byte[] compressed) {
        try (var gzip = new GZIPInputStream(new ByteArrayInputStream(compressed))) {
            return new String(gzip.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
