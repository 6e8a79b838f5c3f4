package io.matricula.webhook.deliver;

import io.matricula.service.account.AccountId;
import io.matricula.service.webhook.DeliveryQueue;
import io.matricula.service.webhook.LeasedDelivery;
import io.matricula.service.webhook.WebhookId;
import io.matricula.webhook.deliver.DeliveryHandler.Outcome;
import io.matricula.webhook.deliver.Lane.Later;
import io.matricula.webhook.deliver.Lane.Turn;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;

/**
 * Takes deliveries from the queue and has them made, each target in a {@link Lane} of its own. Any number of workers may work on
 * one queue. Stopped or killed, it loses nothing: what it had taken comes again after its lease.
 */
public final class DeliveryWorker implements AutoCloseable {
    private static final Logger LOG = System.getLogger(DeliveryWorker.class.getName());
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(1);
    private static final Duration AFTER_FAULT = Duration.ofSeconds(1);
    private static final Duration GRACE = Duration.ofSeconds(3);
    private static final int TAKEN_AT_ONCE = 64;

    private final DeliveryQueue queue;
    private final DeliveryHandler handler;
    private final WorkerSettings settings;
    private final LaneLimits limits;
    private final RandomGenerator random;
    private final Map<Target, Lane> lanes = new ConcurrentHashMap<>();
    private final Semaphore room;
    private final ThreadPoolExecutor threads;
    private final Thread taker = new Thread(this::takeUntilStopped, "webhook-taker");
    private volatile boolean stopped;

    private record Target(AccountId account, WebhookId webhook) {}

    public DeliveryWorker(
            DeliveryQueue queue,
            DeliveryHandler handler,
            WorkerSettings settings,
            LaneLimits limits,
            RandomGenerator random) {
        this.queue = queue;
        this.handler = handler;
        this.settings = settings;
        this.limits = limits;
        this.random = random;
        room = new Semaphore(settings.pending());
        threads = new ThreadPoolExecutor(
                settings.threads(), settings.threads(), 10, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), work -> {
                    Thread thread = new Thread(work, "webhook-delivery");
                    thread.setDaemon(true);
                    return thread;
                });
        threads.allowCoreThreadTimeOut(true);
        taker.setDaemon(true);
    }

    public void start() {
        taker.start();
    }

    private void takeUntilStopped() {
        while (!stopped) {
            try {
                take();
            } catch (InterruptedException e) {
                return;
            } catch (RuntimeException e) {
                if (!stopped) {
                    LOG.log(Level.WARNING, "deliveries could not be taken from the queue", e);
                    pause();
                }
            }
        }
    }

    private void pause() {
        try {
            Thread.sleep(AFTER_FAULT.toMillis());
        } catch (InterruptedException e) {
            stopped = true;
        }
    }

    private void take() throws InterruptedException {
        room.acquire();
        int more = 0;
        while (more < TAKEN_AT_ONCE - 1 && room.tryAcquire()) {
            more++;
        }
        List<LeasedDelivery> taken = List.of();
        try {
            taken = queue.take(more + 1, settings.lease(), LONGEST_WAIT);
        } finally {
            room.release(more + 1 - taken.size());
        }
        long now = System.nanoTime();
        for (LeasedDelivery delivery : taken) {
            var turn = new Turn(delivery, now);
            carryOut(lane(turn).offer(turn, now));
        }
    }

    private Lane lane(Turn turn) {
        var delivery = turn.taken.delivery();
        return lanes.computeIfAbsent(
                new Target(delivery.account(), delivery.webhook()),
                target -> new Lane(limits, random, System.nanoTime()));
    }

    private void carryOut(Lane.Orders orders) {
        if (threads.isShutdown()) {
            return;
        }
        orders.later().forEach(later -> threads.execute(() -> putBack(later)));
        orders.start().forEach(turn -> threads.execute(() -> work(turn)));
    }

    private void putBack(Later later) {
        LeasedDelivery taken = later.turn().taken;
        try {
            queue.putBack(taken, taken.delivery(), later.delay());
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "a delivery could not be put back and comes again after its lease", e);
        } finally {
            room.release();
        }
    }

    private void work(Turn turn) {
        Outcome outcome = Outcome.SKIPPED;
        try {
            outcome = isFresh(turn) ? handler.handle(turn.taken) : backAtOnce(turn);
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "a delivery could not be handled and comes again after its lease", e);
        } finally {
            room.release();
            carryOut(lane(turn).finished(turn, outcome != Outcome.SKIPPED, outcome == Outcome.GOOD, System.nanoTime()));
        }
    }

    /** Whether the lease lasts long enough; begun too late, a delivery would be taken by another worker in the meantime. */
    private boolean isFresh(Turn turn) {
        Duration held = Duration.ofNanos(System.nanoTime() - turn.takenAt);
        return settings.lease().minus(held).compareTo(settings.leastLeft()) >= 0;
    }

    private Outcome backAtOnce(Turn turn) {
        queue.putBack(turn.taken, turn.taken.delivery(), Duration.ZERO);
        return Outcome.SKIPPED;
    }

    /** Takes nothing more, and waits a moment for what is under way; what takes longer is delivered once more by the next worker. */
    @Override
    public void close() {
        stopped = true;
        taker.interrupt();
        try {
            taker.join(TimeUnit.SECONDS.toMillis(5));
            threads.shutdown();
            if (!threads.awaitTermination(GRACE.toMillis(), TimeUnit.MILLISECONDS)) {
                threads.shutdownNow();
            }
        } catch (InterruptedException e) {
            threads.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }
}
