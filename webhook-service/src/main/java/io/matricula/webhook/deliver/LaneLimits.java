package io.matricula.webhook.deliver;

import java.time.Duration;

/**
 * What one target may take of what all share.
 *
 * @param atOnce requests at the same time
 * @param atOnceSlow the same for a target that takes {@code slow} or longer to answer
 * @param perSecond requests that may begin within a second
 * @param waiting deliveries that may wait in memory for their turn
 * @param patience longest that they are expected to wait; what would take longer goes back to the queue
 * @param restAfter failures in a row after which a target gets one request at a time, with rests between
 * @param longestRest the rests double from a second up to this
 */
public record LaneLimits(
        int atOnce,
        int atOnceSlow,
        Duration slow,
        int perSecond,
        int waiting,
        Duration patience,
        int restAfter,
        Duration longestRest) {
    public static final LaneLimits STANDARD =
            new LaneLimits(24, 4, Duration.ofSeconds(1), 1000, 512, Duration.ofSeconds(5), 10, Duration.ofMinutes(1));
}
