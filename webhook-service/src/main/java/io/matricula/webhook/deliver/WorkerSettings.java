package io.matricula.webhook.deliver;

import java.time.Duration;

/**
 * How much a worker does at once.
 *
 * @param threads requests at the same time, to all targets together
 * @param pending deliveries taken from the queue and not finished yet
 * @param lease how long a delivery is hidden while it is worked on; longer than a request may take
 * @param leastLeft part of the lease that must be left for a request to begin
 */
public record WorkerSettings(int threads, int pending, Duration lease, Duration leastLeft) {
    public static final WorkerSettings STANDARD =
            new WorkerSettings(128, 1000, Duration.ofSeconds(45), Duration.ofSeconds(25));
}
