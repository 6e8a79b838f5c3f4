package io.matricula.aws.webhook;

import io.matricula.aws.client.Reached;
import io.matricula.service.webhook.DeliveryQueue;
import io.matricula.service.webhook.LeasedDelivery;
import io.matricula.service.webhook.QueuedDelivery;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.ReceiptHandleIsInvalidException;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchRequestEntry;

/**
 * Deliveries in SQS. SQS itself delays a message for 15 minutes at most: one that is put back for longer comes again early, and
 * is hidden for the rest. A lease that has run out may still end a delivery that another has taken, if SQS lets it. Safe for
 * concurrent use.
 */
public final class SqsDeliveryQueue implements DeliveryQueue {
    private static final int BATCH = 10;
    private static final Duration LONGEST_DELAY = Duration.ofMinutes(15);
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(20);
    private final SqsClient sqs;
    private final String queue;
    private final Clock clock;
    private volatile @Nullable String url;

    /** @param queue name of the queue, which is there */
    public SqsDeliveryQueue(SqsClient sqs, String queue, Clock clock) {
        this.sqs = sqs;
        this.queue = queue;
        this.clock = clock;
    }

    @Override
    public void add(List<QueuedDelivery> deliveries) {
        for (int from = 0; from < deliveries.size(); from += BATCH) {
            addBatch(deliveries.subList(from, Math.min(from + BATCH, deliveries.size())));
        }
    }

    private void addBatch(List<QueuedDelivery> deliveries) {
        List<SendMessageBatchRequestEntry> entries = new ArrayList<>();
        for (QueuedDelivery delivery : deliveries) {
            entries.add(SendMessageBatchRequestEntry.builder()
                    .id(Integer.toString(entries.size()))
                    .messageBody(DeliveryMessage.due(delivery).text())
                    .build());
        }
        var answer = reached(
                () -> sqs.sendMessageBatch(request -> request.queueUrl(url()).entries(entries)));
        if (answer.hasFailed() && !answer.failed().isEmpty()) {
            throw new UncheckedIOException(
                    new IOException("SQS refused " + answer.failed().size() + " messages: "
                            + answer.failed().get(0).message()));
        }
    }

    @Override
    public List<LeasedDelivery> take(int max, Duration lease, Duration wait) {
        long waitSeconds = Math.min(roundedUp(wait), LONGEST_WAIT.toSeconds());
        var answer = reached(() -> sqs.receiveMessage(request -> request.queueUrl(url())
                .maxNumberOfMessages(Math.min(max, BATCH))
                .visibilityTimeout(Math.toIntExact(lease.toSeconds()))
                .waitTimeSeconds(Math.toIntExact(waitSeconds))));
        List<LeasedDelivery> due = new ArrayList<>();
        for (Message received : answer.messages()) {
            DeliveryMessage message = DeliveryMessage.parse(received.body());
            Duration early = message.dueIn(clock.instant());
            if (early.isZero()) {
                due.add(new LeasedDelivery(message.delivery(), received.receiptHandle()));
            } else {
                hide(received.receiptHandle(), early);
            }
        }
        return due;
    }

    @Override
    public void remove(LeasedDelivery taken) {
        unlessLost(() -> sqs.deleteMessage(request -> request.queueUrl(url()).receiptHandle(taken.receipt())));
    }

    @Override
    public void putBack(LeasedDelivery taken, QueuedDelivery changed, Duration delay) {
        if (changed.equals(taken.delivery())) {
            hide(taken.receipt(), delay);
            return;
        }
        Instant due = clock.instant().plus(delay);
        long seconds = Math.min(roundedUp(delay), LONGEST_DELAY.toSeconds());
        // In this order: a process that is killed in between leaves two, never none.
        reached(() -> sqs.sendMessage(request -> request.queueUrl(url())
                .messageBody(new DeliveryMessage(changed, due).text())
                .delaySeconds(Math.toIntExact(seconds))));
        remove(taken);
    }

    private void hide(String receipt, Duration time) {
        long seconds = Math.min(roundedUp(time), LONGEST.toSeconds() - 60);
        unlessLost(() -> sqs.changeMessageVisibility(
                request -> request.queueUrl(url()).receiptHandle(receipt).visibilityTimeout(Math.toIntExact(seconds))));
    }

    private static void unlessLost(Supplier<?> request) {
        reached(() -> {
            try {
                return request.get();
            } catch (ReceiptHandleIsInvalidException e) {
                return "another has taken it";
            }
        });
    }

    /** Asked for at the first use: making this object connects to nothing. */
    private String url() {
        String known = url;
        if (known == null) {
            known = sqs.getQueueUrl(request -> request.queueName(queue)).queueUrl();
            url = known;
        }
        return known;
    }

    private static long roundedUp(Duration time) {
        return time.plusNanos(999_999_999).toSeconds();
    }

    private static <T> T reached(Supplier<T> request) {
        return Reached.reached("SQS", request);
    }
}
