package io.matricula.aws.webhook;

import io.matricula.aws.sqs.SqsQueue;
import io.matricula.service.webhook.DeliveryQueue;
import io.matricula.service.webhook.LeasedDelivery;
import io.matricula.service.webhook.QueuedDelivery;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.sqs.model.Message;

/**
 * Deliveries in SQS. SQS itself delays a message for 15 minutes at most: one that is put back for longer comes again early, and
 * is hidden for the rest. Safe for concurrent use.
 */
public final class SqsDeliveryQueue implements DeliveryQueue {
    private final SqsQueue queue;
    private final Clock clock;

    public SqsDeliveryQueue(SqsQueue queue, Clock clock) {
        this.queue = queue;
        this.clock = clock;
    }

    @Override
    public void add(List<QueuedDelivery> deliveries) {
        queue.add(deliveries.stream()
                .map(delivery -> DeliveryMessage.due(delivery).text())
                .toList());
    }

    @Override
    public List<LeasedDelivery> take(int max, Duration lease, Duration wait) {
        List<LeasedDelivery> due = new ArrayList<>();
        for (Message received : queue.take(max, lease, wait)) {
            taken(received.body(), received.receiptHandle()).ifPresent(due::add);
        }
        return due;
    }

    /** A delivery in a message that was taken, by us or by Lambda for us; empty if it came too early and is hidden until it is due. */
    public Optional<LeasedDelivery> taken(String text, String receipt) {
        DeliveryMessage message = DeliveryMessage.parse(text);
        Duration early = message.dueIn(clock.instant());
        if (early.isZero()) {
            return Optional.of(new LeasedDelivery(message.delivery(), receipt));
        }
        queue.hide(receipt, early);
        return Optional.empty();
    }

    @Override
    public void remove(LeasedDelivery taken) {
        queue.remove(taken.receipt());
    }

    @Override
    public void putBack(LeasedDelivery taken, QueuedDelivery changed, Duration delay) {
        if (changed.equals(taken.delivery())) {
            queue.hide(taken.receipt(), delay);
            return;
        }
        // In this order: a process that is killed in between leaves two, never none.
        queue.add(new DeliveryMessage(changed, clock.instant().plus(delay)).text(), delay);
        queue.remove(taken.receipt());
    }
}
