package io.matricula.aws.sqs;

import io.matricula.aws.client.Reached;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageSystemAttributeName;
import software.amazon.awssdk.services.sqs.model.ReceiptHandleIsInvalidException;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchRequestEntry;

/**
 * A queue of texts in SQS. Everything throws {@link UncheckedIOException} if SQS can't be reached. A lease that has run out may
 * still end a message that another has taken, if SQS lets it. Safe for concurrent use.
 */
public final class SqsQueue {
    /** The longest delay that can be asked for. */
    public static final Duration LONGEST_DELAY = Duration.ofMinutes(15);

    private static final int BATCH = 10;
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(20);

    /** A little less than the 12 hours that a message may be hidden from its first taking on. */
    private static final Duration LONGEST_LEASE = Duration.ofHours(12).minusMinutes(1);

    private final SqsClient sqs;
    private final String name;
    private volatile @Nullable String url;

    /** @param name of a queue that is there when it is first used */
    public SqsQueue(SqsClient sqs, String name) {
        this.sqs = sqs;
        this.name = name;
    }

    /** Adds texts, to be taken at once; if it throws, part of them may have been added. */
    public void add(List<String> texts) {
        for (int from = 0; from < texts.size(); from += BATCH) {
            addBatch(texts.subList(from, Math.min(from + BATCH, texts.size())));
        }
    }

    private void addBatch(List<String> texts) {
        List<SendMessageBatchRequestEntry> entries = new ArrayList<>();
        for (String text : texts) {
            entries.add(SendMessageBatchRequestEntry.builder()
                    .id(Integer.toString(entries.size()))
                    .messageBody(text)
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

    /** Adds a text, to be taken after a delay of at most {@link #LONGEST_DELAY}. */
    public void add(String text, Duration delay) {
        reached(() -> sqs.sendMessage(
                request -> request.queueUrl(url()).messageBody(text).delaySeconds(seconds(delay, LONGEST_DELAY))));
    }

    /** Takes messages for a while; waits for the first for at most 20 seconds. */
    public List<Message> take(int max, Duration lease, Duration wait) {
        return reached(() -> sqs.receiveMessage(request -> request.queueUrl(url())
                        .messageSystemAttributeNames(MessageSystemAttributeName.APPROXIMATE_RECEIVE_COUNT)
                        .maxNumberOfMessages(Math.min(max, BATCH))
                        .visibilityTimeout(seconds(lease, LONGEST_LEASE))
                        .waitTimeSeconds(seconds(wait, LONGEST_WAIT))))
                .messages();
    }

    /** Hides a taken message for so long from now; nothing if the lease is lost. */
    public void hide(String receipt, Duration time) {
        unlessLost(() -> sqs.changeMessageVisibility(request ->
                request.queueUrl(url()).receiptHandle(receipt).visibilityTimeout(seconds(time, LONGEST_LEASE))));
    }

    /** Ends a taken message; nothing if the lease is lost. */
    public void remove(String receipt) {
        unlessLost(() -> sqs.deleteMessage(request -> request.queueUrl(url()).receiptHandle(receipt)));
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
            known = sqs.getQueueUrl(request -> request.queueName(name)).queueUrl();
            url = known;
        }
        return known;
    }

    private static int seconds(Duration time, Duration longest) {
        return Math.toIntExact(Math.min(time.plusNanos(999_999_999).toSeconds(), longest.toSeconds()));
    }

    private static <T> T reached(Supplier<T> request) {
        return Reached.reached("SQS", request);
    }
}
