package io.matricula.lambda.webhooks;

import io.matricula.aws.webhook.SqsDeliveryQueue;
import io.matricula.service.webhook.DeliveryQueue;
import io.matricula.service.webhook.LeasedDelivery;
import io.matricula.service.webhook.QueuedDelivery;
import jakarta.annotation.Priority;
import jakarta.enterprise.inject.Alternative;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The queue as a function sees it that is handed its messages: keeps in mind which of them came to an end. Safe for concurrent use. */
@Alternative
@Priority(1)
@Singleton
class BatchQueue implements DeliveryQueue {
    private final SqsDeliveryQueue sqs;
    private final Set<String> ended = ConcurrentHashMap.newKeySet();

    BatchQueue(SqsDeliveryQueue sqs) {
        this.sqs = sqs;
    }

    /** A delivery in a message that Lambda took; empty if it is hidden until it is due. */
    Optional<LeasedDelivery> taken(String text, String receipt) {
        return sqs.taken(text, receipt);
    }

    /** Whether the message behind a receipt is over; asked once for each. */
    boolean ended(String receipt) {
        return ended.remove(receipt);
    }

    @Override
    public void add(List<QueuedDelivery> deliveries) {
        sqs.add(deliveries);
    }

    @Override
    public List<LeasedDelivery> take(int max, Duration lease, Duration wait) {
        return sqs.take(max, lease, wait);
    }

    @Override
    public void remove(LeasedDelivery taken) {
        sqs.remove(taken);
        ended.add(taken.receipt());
    }

    @Override
    public void putBack(LeasedDelivery taken, QueuedDelivery changed, Duration delay) {
        sqs.putBack(taken, changed, delay);
        if (!changed.equals(taken.delivery())) {
            // It goes on as another message; an unchanged one stays, hidden for the delay.
            ended.add(taken.receipt());
        }
    }
}
