package io.matricula.service.webhook;

import java.time.Duration;
import java.util.List;

/**
 * Port: a queue of deliveries that gives each at least once, in no certain order. A delivery that was taken is hidden for the
 * length of its lease and comes again afterwards, unless it was removed or put back: one whose worker was killed is never lost.
 * Every write is durable when the method returns. Safe for concurrent use, also by several processes. All methods throw
 * {@link java.io.UncheckedIOException} if the queue can't be reached.
 */
public interface DeliveryQueue {
    /** The longest delay and the longest lease that can be asked for. */
    Duration LONGEST = Duration.ofHours(12);

    /** Queues deliveries; they may be taken at once. */
    void add(List<QueuedDelivery> deliveries);

    /**
     * Takes deliveries that are due and not leased to another.
     *
     * @param max at most this many, 1 or more
     * @param lease how long they stay hidden; whole seconds, at least one
     * @param wait how long to wait for the first of them if there is none; may be cut short, also by an interrupt
     * @return empty if nothing was due
     */
    List<LeasedDelivery> take(int max, Duration lease, Duration wait);

    /** Ends a delivery. Does nothing if the lease has run out and another has taken it. */
    void remove(LeasedDelivery taken);

    /**
     * Gives a delivery back, to be taken again after a delay. Does nothing if the lease has run out and another has taken it.
     *
     * @param changed takes its place; the same, or with other attempts
     * @param delay whole seconds or rounded up to them, up to {@link #LONGEST}
     */
    void putBack(LeasedDelivery taken, QueuedDelivery changed, Duration delay);
}
