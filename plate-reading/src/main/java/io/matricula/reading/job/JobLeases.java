package io.matricula.reading.job;

import io.matricula.service.job.JobQueue;
import io.matricula.service.job.LeasedJob;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the leases of jobs at work from running out. A lease is short, so that another comes to the job soon after its worker is
 * killed; whoever works longer has it extended again and again. Safe for concurrent use.
 */
@ApplicationScoped
class JobLeases {
    private static final Logger LOG = Logger.getLogger(JobLeases.class);
    /** Two beats may fail or be late before the lease runs out. */
    private static final Duration BEAT = JobHandler.LEASE.dividedBy(3);
    /** Whoever gives no sign of life for so long hangs: another shall try. */
    private static final Duration LONGEST_SILENCE = Duration.ofMinutes(5);

    private final JobQueue queue;
    private final ScheduledExecutorService beats = Executors.newSingleThreadScheduledExecutor(work -> {
        var thread = new Thread(work, "job-leases");
        thread.setDaemon(true);
        return thread;
    });

    JobLeases(JobQueue queue) {
        this.queue = queue;
    }

    /** Extends a lease until it is closed. */
    Held hold(LeasedJob leased) {
        var held = new Held(leased);
        held.beating = beats.scheduleAtFixedRate(held::beat, BEAT.toMillis(), BEAT.toMillis(), TimeUnit.MILLISECONDS);
        return held;
    }

    @PreDestroy
    void stop() {
        beats.shutdownNow();
    }

    /** A lease that doesn't run out before it is closed. */
    final class Held implements AutoCloseable {
        private final LeasedJob leased;
        private volatile long aliveNanos = System.nanoTime();
        private @Nullable ScheduledFuture<?> beating;
        private boolean closed;

        private Held(LeasedJob leased) {
            this.leased = leased;
        }

        /** Says that its worker lives, though it takes long. */
        void alive() {
            aliveNanos = System.nanoTime();
        }

        private synchronized void beat() {
            if (closed || System.nanoTime() - aliveNanos > LONGEST_SILENCE.toNanos()) {
                return;
            }
            try {
                queue.extend(leased, JobHandler.LEASE);
            } catch (RuntimeException e) {
                LOG.warnf(
                        e,
                        "the lease of job=%s could not be extended",
                        leased.job().job());
            }
        }

        /** When it returns, nothing extends the lease any more. */
        @Override
        public synchronized void close() {
            closed = true;
            if (beating != null) {
                beating.cancel(false);
            }
        }
    }
}
