package io.matricula.lambda.webhooks;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse.BatchItemFailure;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import com.amazonaws.services.lambda.runtime.events.SQSEvent.SQSMessage;
import io.matricula.webhook.deliver.DeliveryHandler;
import jakarta.inject.Named;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jboss.logging.Logger;

/**
 * Makes the deliveries of a batch, side by side, and tells Lambda which messages are not over: Lambda leaves those in the queue, hidden
 * as long as they are, and removes the rest. The queue's mapping must ask for partial answers ({@code ReportBatchItemFailures}).
 */
@Named("deliveries")
public class DeliveryFunction implements RequestHandler<SQSEvent, SQSBatchResponse> {
    private static final Logger LOG = Logger.getLogger(DeliveryFunction.class);

    /** As many messages as a batch has. */
    private static final int THREADS = 10;

    private final BatchQueue queue;
    private final DeliveryHandler handler;
    private final ExecutorService threads = Executors.newFixedThreadPool(THREADS, work -> {
        Thread thread = new Thread(work, "delivery");
        thread.setDaemon(true);
        return thread;
    });

    DeliveryFunction(BatchQueue queue, DeliveryHandler handler) {
        this.queue = queue;
        this.handler = handler;
    }

    @Override
    public SQSBatchResponse handleRequest(SQSEvent event, Context context) {
        List<CompletableFuture<Void>> deliveries = event.getRecords().stream()
                .map(message -> CompletableFuture.runAsync(() -> deliver(message), threads))
                .toList();
        deliveries.forEach(CompletableFuture::join);
        return new SQSBatchResponse(event.getRecords().stream()
                .filter(message -> !queue.ended(message.getReceiptHandle()))
                .map(message -> new BatchItemFailure(message.getMessageId()))
                .toList());
    }

    private void deliver(SQSMessage message) {
        try {
            queue.taken(message.getBody(), message.getReceiptHandle()).ifPresent(handler::handle);
        } catch (RuntimeException e) {
            LOG.warnf(e, "message=%s could not be handled and comes again", message.getMessageId());
        }
    }
}
