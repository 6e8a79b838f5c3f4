package io.matricula.service.webhook;

/**
 * A delivery that was taken from the queue for a while.
 *
 * @param receipt names this taking, not the delivery; meant for the queue that gave it
 */
public record LeasedDelivery(QueuedDelivery delivery, String receipt) {}
