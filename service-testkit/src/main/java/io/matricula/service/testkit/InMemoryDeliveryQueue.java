package io.matricula.service.testkit;

import io.matricula.service.webhook.DeliveryQueue;
import io.matricula.service.webhook.LeasedDelivery;
import io.matricula.service.webhook.QueuedDelivery;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A queue in memory, for tests; its delays follow a clock. Never waits. Safe for concurrent use. */
public final class InMemoryDeliveryQueue implements DeliveryQueue {
    private final Clock clock;
    private final Map<String, Entry> entries = new LinkedHashMap<>();
    private long receipts;

    public InMemoryDeliveryQueue(Clock clock) {
        this.clock = clock;
    }

    @Override
    public synchronized void add(List<QueuedDelivery> deliveries) {
        deliveries.forEach(delivery -> enter(delivery, clock.instant()));
    }

    private String enter(QueuedDelivery delivery, Instant due) {
        String receipt = Long.toString(++receipts);
        entries.put(receipt, new Entry(delivery, due));
        return receipt;
    }

    @Override
    public synchronized List<LeasedDelivery> take(int max, Duration lease, Duration wait) {
        Instant now = clock.instant();
        List<Map.Entry<String, Entry>> due = entries.entrySet().stream()
                .filter(entry -> !entry.getValue().due.isAfter(now))
                .limit(max)
                .toList();
        List<LeasedDelivery> taken = new ArrayList<>();
        for (Map.Entry<String, Entry> entry : due) {
            QueuedDelivery delivery = entry.getValue().delivery;
            entries.remove(entry.getKey());
            taken.add(new LeasedDelivery(delivery, enter(delivery, now.plus(lease))));
        }
        return taken;
    }

    @Override
    public synchronized void remove(LeasedDelivery taken) {
        entries.remove(taken.receipt());
    }

    @Override
    public synchronized void putBack(LeasedDelivery taken, QueuedDelivery changed, Duration delay) {
        if (entries.remove(taken.receipt()) != null) {
            enter(changed, clock.instant().plus(delay));
        }
    }

    /** How many deliveries are in the queue, due or not. */
    public synchronized int size() {
        return entries.size();
    }

    private record Entry(QueuedDelivery delivery, Instant due) {}
}
