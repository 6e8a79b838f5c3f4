package io.matricula.reading.job;

import io.matricula.service.job.JobQueue;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/**
 * Threads that take jobs from the queue, one job each at a time, until it is closed. Whatever takes a job and is killed leaves it
 * to another.
 */
public final class JobWorker implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(JobWorker.class);
    private static final Duration WAIT = Duration.ofSeconds(2);
    private static final Duration PAUSE_AFTER_FAULT = Duration.ofSeconds(2);
    /** How long those at work may go on when it is closed; what is not done by then is given back. */
    private static final Duration LAST_WORK = Duration.ofSeconds(20);

    private static final Duration GIVING_BACK = Duration.ofSeconds(5);

    private final JobQueue queue;
    private final JobHandler handler;
    private final ExecutorService threads;
    private volatile boolean closing;

    private JobWorker(JobQueue queue, JobHandler handler, ExecutorService threads) {
        this.queue = queue;
        this.handler = handler;
        this.threads = threads;
    }

    /** @param threads at least 1 */
    public static JobWorker start(JobQueue queue, JobHandler handler, int threads) {
        var worker = new JobWorker(queue, handler, Executors.newFixedThreadPool(threads, work -> {
            var thread = new Thread(work, "jobs");
            thread.setDaemon(true);
            return thread;
        }));
        for (int i = 0; i < threads; i++) {
            worker.threads.execute(worker::work);
        }
        return worker;
    }

    private void work() {
        while (!closing && !Thread.currentThread().isInterrupted()) {
            try {
                queue.take(1, JobHandler.LEASE, WAIT).forEach(handler::handle);
            } catch (RuntimeException e) {
                LOG.error("jobs can't be taken or finished", e);
                pause();
            }
        }
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE_AFTER_FAULT.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Takes no more jobs, and waits a while for those at work. */
    @Override
    public void close() {
        closing = true;
        threads.shutdown();
        try {
            if (!threads.awaitTermination(LAST_WORK.toMillis(), TimeUnit.MILLISECONDS)) {
                threads.shutdownNow();
                threads.awaitTermination(GIVING_BACK.toMillis(), TimeUnit.MILLISECONDS);
            }
        } catch (InterruptedException e) {
            threads.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }
}
