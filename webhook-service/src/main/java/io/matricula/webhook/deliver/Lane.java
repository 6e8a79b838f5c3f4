package io.matricula.webhook.deliver;

import io.matricula.service.webhook.LeasedDelivery;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.random.RandomGenerator;

/**
 * The deliveries of one target, kept apart so that a slow or dead target fills its own lane and no other. Decides what starts now,
 * what waits in memory and what goes back to the queue; starts nothing itself. Times are those of {@link System#nanoTime}. Safe
 * for concurrent use.
 */
final class Lane {
    private static final double FIRST_GUESS = Duration.ofMillis(50).toNanos();
    private static final double WEIGHT_OF_LAST = 0.2;
    private static final long SECOND = Duration.ofSeconds(1).toNanos();
    private static final long LONGEST_DELAY = Duration.ofMinutes(10).toNanos();

    private final LaneLimits limits;
    private final RandomGenerator random;
    private final Set<Turn> running = new LinkedHashSet<>();
    private final Queue<Turn> waiting = new ArrayDeque<>();
    /** Moving average of what a request takes. */
    private double usual = FIRST_GUESS;

    private int failures;
    private long rest;
    private long restUntil;
    /** When the last delivery that was sent back will have its turn, as far as can be foreseen. */
    private long booked;

    private long windowStart;
    private int windowStarts;

    Lane(LaneLimits limits, RandomGenerator random, long now) {
        this.limits = limits;
        this.random = random;
        restUntil = now;
        booked = now;
        windowStart = now;
    }

    /** A delivery in its lane: when it was taken from the queue, and when its request began. */
    static final class Turn {
        final LeasedDelivery taken;
        final long takenAt;
        long startedAt;

        Turn(LeasedDelivery taken, long takenAt) {
            this.taken = taken;
            this.takenAt = takenAt;
        }
    }

    /** A delivery that goes back to the queue for a while. */
    record Later(Turn turn, Duration delay) {}

    /** What is to be done now. */
    record Orders(List<Turn> start, List<Later> later) {
        static final Orders NONE = new Orders(List.of(), List.of());
    }

    synchronized Orders offer(Turn turn, long now) {
        if (resting(now)) {
            return new Orders(List.of(), List.of(new Later(turn, afterRest(now))));
        }
        if (mayStart(now)) {
            start(turn, now);
            return new Orders(List.of(turn), List.of());
        }
        if (failures < limits.restAfter()
                && waiting.size() < limits.waiting()
                && expectedWait(now) < limits.patience().toNanos()) {
            waiting.add(turn);
            return Orders.NONE;
        }
        return new Orders(List.of(), List.of(new Later(turn, book(now))));
    }

    /** A request is over. {@code sent} is false if there was none. */
    synchronized Orders finished(Turn turn, boolean sent, boolean good, long now) {
        running.remove(turn);
        if (sent) {
            usual += WEIGHT_OF_LAST * (now - turn.startedAt - usual);
            note(good, now);
        }
        var later = new ArrayList<Later>();
        if (resting(now)) {
            waiting.forEach(other -> later.add(new Later(other, afterRest(now))));
            waiting.clear();
        }
        var start = new ArrayList<Turn>();
        while (!waiting.isEmpty() && mayStart(now)) {
            Turn next = waiting.remove();
            start(next, now);
            start.add(next);
        }
        return new Orders(start, later);
    }

    private void note(boolean good, long now) {
        if (good) {
            failures = 0;
            rest = 0;
        } else if (++failures >= limits.restAfter()) {
            rest = Math.min(limits.longestRest().toNanos(), Math.max(SECOND, 2 * rest));
            restUntil = now + rest;
        }
    }

    private boolean resting(long now) {
        return failures >= limits.restAfter() && restUntil - now > 0;
    }

    private boolean mayStart(long now) {
        if (now - windowStart >= SECOND) {
            windowStart = now;
            windowStarts = 0;
        }
        // While nothing runs nobody would start what waits, so the rate alone never holds the first one back.
        return running.isEmpty() || running.size() < atOnce(now) && windowStarts < limits.perSecond();
    }

    private void start(Turn turn, long now) {
        turn.startedAt = now;
        running.add(turn);
        windowStarts++;
    }

    private int atOnce(long now) {
        if (failures >= limits.restAfter()) {
            return 1;
        }
        return expectedRequest(now) >= limits.slow().toNanos() ? limits.atOnceSlow() : limits.atOnce();
    }

    /** What a request takes: as usual, or longer where one has been running for longer already. */
    private double expectedRequest(long now) {
        return running.isEmpty()
                ? usual
                : Math.max(usual, now - running.iterator().next().startedAt);
    }

    private double expectedWait(long now) {
        return expectedRequest(now) * (waiting.size() + 1) / atOnce(now);
    }

    private Duration book(long now) {
        long step = (long) (expectedRequest(now) / atOnce(now));
        booked = Math.min(Math.max(booked, now) + step, now + LONGEST_DELAY);
        return Duration.ofNanos(Math.max(SECOND, booked - now));
    }

    /** By chance some time after the rest, so that all that waits does not come at once. */
    private Duration afterRest(long now) {
        return Duration.ofNanos(restUntil - now + SECOND + (long) (random.nextDouble() * rest));
    }
}
