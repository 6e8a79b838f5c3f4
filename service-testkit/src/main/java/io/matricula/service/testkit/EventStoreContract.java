package io.matricula.service.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.matricula.service.account.AccountId;
import io.matricula.service.webhook.DeliveryQueue;
import io.matricula.service.webhook.EventStore;
import io.matricula.service.webhook.LeasedDelivery;
import io.matricula.service.webhook.QueuedDelivery;
import io.matricula.service.webhook.WebhookEvent;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What every {@link EventStore} must do. A subclass gives a fresh store and the queue that it fills to each test. */
public abstract class EventStoreContract {
    private final AccountId account = AccountId.random();
    private final WebhookEvent event = Webhooks.event(account, "{\"results\":[],\"camera_id\":\"Tür 門\"}");

    protected abstract EventStore store();

    protected abstract DeliveryQueue queue();

    /** How long to wait for what must be in the queue. */
    protected Duration patience() {
        return Duration.ZERO;
    }

    private List<QueuedDelivery> deliveries(int targets) {
        List<QueuedDelivery> deliveries = new ArrayList<>();
        for (int i = 0; i < targets; i++) {
            deliveries.add(QueuedDelivery.fresh(
                    Webhooks.webhook(account, "https://example.org/" + i), event.id(), Webhooks.NOW));
        }
        return deliveries;
    }

    @Test
    void find_publishedEvent_isAsItWasPublished() {
        store().publish(event, deliveries(1));
        assertThat(store().find(account, event.id())).contains(event);
    }

    @Test
    void find_asAnotherAccount_isEmpty() {
        store().publish(event, deliveries(1));
        assertThat(store().find(AccountId.random(), event.id())).isEmpty();
    }

    @Test
    void publish_severalTargets_queuesOneDeliveryForEach() {
        List<QueuedDelivery> deliveries = deliveries(12);
        store().publish(event, deliveries);
        List<QueuedDelivery> queued = new ArrayList<>();
        for (int round = 0; round < 12 && queued.size() < deliveries.size(); round++) {
            queue().take(10, Duration.ofSeconds(30), patience()).stream()
                    .map(LeasedDelivery::delivery)
                    .forEach(queued::add);
        }
        assertThat(queued).containsExactlyInAnyOrderElementsOf(deliveries);
    }

    @Test
    void find_eventOfMuchData_hasItAll() {
        var large = Webhooks.event(account, "{\"results\":[" + "\"門\",".repeat(100_000) + "0]}");
        store().publish(
                        large,
                        List.of(QueuedDelivery.fresh(
                                Webhooks.webhook(account, "https://example.org/"), large.id(), Webhooks.NOW)));
        assertThat(store().find(account, large.id())).contains(large);
    }

    @Test
    void removeBefore_eventOfNow_keepsIt() {
        store().publish(event, deliveries(1));
        assertThat(store().removeBefore(event.created())).isZero();
        assertThat(store().find(account, event.id())).contains(event);
    }
}
