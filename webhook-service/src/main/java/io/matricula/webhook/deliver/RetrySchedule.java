package io.matricula.webhook.deliver;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * When a failed delivery is tried again: after delays that grow from ten seconds to six hours, about a day in all. Each is up to a
 * fifth shorter or longer by chance, so that deliveries that failed together don't come back together.
 *
 * @param delays after the first attempt, the second and so on
 */
public record RetrySchedule(List<Duration> delays) {
    public static final RetrySchedule STANDARD = new RetrySchedule(List.of(
            Duration.ofSeconds(10),
            Duration.ofSeconds(30),
            Duration.ofMinutes(2),
            Duration.ofMinutes(10),
            Duration.ofMinutes(30),
            Duration.ofHours(1),
            Duration.ofHours(2),
            Duration.ofHours(3),
            Duration.ofHours(5),
            Duration.ofHours(6),
            Duration.ofHours(6)));

    private static final double JITTER = 0.2;
    /** The most that a target may ask for. */
    private static final Duration LONGEST_WISH = Duration.ofHours(6);

    public RetrySchedule {
        delays = List.copyOf(delays);
    }

    /**
     * The delay before the next attempt; empty if it is time to give up.
     *
     * @param attempts how many were made, 1 or more
     * @param retryAfter what the target asked for; never shortens the delay
     */
    Optional<Duration> after(int attempts, @Nullable Duration retryAfter, RandomGenerator random) {
        if (attempts > delays.size()) {
            return Optional.empty();
        }
        Duration scheduled = delays.get(attempts - 1);
        double factor = 1 - JITTER + 2 * JITTER * random.nextDouble();
        Duration jittered = Duration.ofMillis(Math.round(scheduled.toMillis() * factor));
        if (retryAfter == null) {
            return Optional.of(jittered);
        }
        Duration wish = retryAfter.compareTo(LONGEST_WISH) < 0 ? retryAfter : LONGEST_WISH;
        return Optional.of(wish.compareTo(jittered) > 0 ? wish : jittered);
    }
}
