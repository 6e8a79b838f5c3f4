package io.matricula.reading.job;

import io.matricula.contract.ApiError;
import io.matricula.http.errors.ApiException;
import io.matricula.http.exchange.Exchange;
import io.matricula.reading.call.AdmittedCall;
import io.matricula.reading.call.PlateReading;
import io.matricula.reading.config.ReadingConfig;
import io.matricula.service.idempotency.StoredAnswer;
import io.matricula.service.job.Job;
import io.matricula.service.job.JobQueue;
import io.matricula.service.job.JobStore;
import io.matricula.service.job.LeasedJob;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Optional;
import org.jboss.logging.Logger;

/**
 * Works on one job that was taken from the queue, and decides what becomes of it: answered, given back to be tried again, or given up
 * after {@link #MOST_TAKINGS}, which an operator is told and can undo. While the service is busy it waits with the job. Safe for
 * concurrent use.
 */
@ApplicationScoped
public class JobHandler {
    /** How long a job stays its taker's after the taker was killed. */
    public static final Duration LEASE = Duration.ofSeconds(15);

    /** A job that was taken so often without an answer is at fault itself, or we are for long. */
    static final int MOST_TAKINGS = 5;

    private static final Logger LOG = Logger.getLogger(JobHandler.class);
    /** The second try comes after so long, each later one after four times the pause before: in all nearly three minutes. */
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(2);

    private static final Duration BUSY_PAUSE = Duration.ofMillis(500);

    private final PlateReading reading;
    private final JobOrders orders;
    private final JobEnds ends;
    private final JobLeases leases;
    private final JobStore jobs;
    private final JobQueue queue;
    private final int goodStatus;

    JobHandler(
            PlateReading reading,
            JobOrders orders,
            JobEnds ends,
            JobLeases leases,
            JobStore jobs,
            JobQueue queue,
            ReadingConfig config) {
        this.reading = reading;
        this.orders = orders;
        this.ends = ends;
        this.leases = leases;
        this.jobs = jobs;
        this.queue = queue;
        this.goodStatus = config.answer().form().status();
    }

    /**
     * Works on a job. Never throws for a fault of the job; an interrupt gives it back.
     *
     * @throws java.io.UncheckedIOException if a store can't be reached; the job comes again when its lease has run out
     */
    public void handle(LeasedJob leased) {
        Optional<Job> job = jobs.find(leased.job().account(), leased.job().job());
        StoredAnswer answer = job.map(Job::answer).orElse(null);
        if (job.isEmpty() || answer != null) {
            ends.over(leased, answer != null && answer.status() >= 500);
            return;
        }
        Exchange exchange =
                Exchange.ofJob(job.get().id().value(), job.get().account().value());
        work(job.get(), leased, exchange);
        LOG.info("job" + exchange.line());
    }

    private void work(Job job, LeasedJob leased, Exchange exchange) {
        try {
            if (leased.taken() > MOST_TAKINGS) {
                // Whoever took it did not live to decide: perhaps it is the picture that kills.
                giveUp(job, leased, ApiException.of(ApiError.INTERNAL), "no worker has come to an end with it");
                return;
            }
            ends.done(job, leased, new StoredAnswer(goodStatus, read(job, leased, exchange)));
        } catch (InterruptedException e) {
            queue.extend(leased, Duration.ZERO);
            Thread.currentThread().interrupt();
        } catch (ApiException e) {
            exchange.error(e.error().name());
            refused(job, leased, e);
        } catch (RuntimeException e) {
            LOG.errorf(e, "job=%s failed for the %d. time", job.id(), leased.taken());
            exchange.error(ApiError.INTERNAL.name());
            broken(job, leased, ApiException.of(ApiError.INTERNAL), e.toString());
        }
    }

    /** The answer as JSON. The lease is held for as long as it takes. */
    private String read(Job job, LeasedJob leased, Exchange exchange) throws InterruptedException {
        try (var lease = leases.hold(leased)) {
            AdmittedCall call = orders.call(job);
            while (true) {
                try {
                    return orders.json(reading.finish(call, exchange).answer());
                } catch (ApiException e) {
                    if (e.error() != ApiError.BUSY) {
                        throw e;
                    }
                }
                Thread.sleep(BUSY_PAUSE.toMillis());
                lease.alive();
            }
        }
    }

    private void refused(Job job, LeasedJob leased, ApiException refusal) {
        if (refusal.error().status() < 500) {
            ends.failed(job, leased, refusal);
        } else {
            broken(job, leased, refusal, refusal.error() + ": " + refusal.getMessage());
        }
    }

    private void broken(Job job, LeasedJob leased, ApiException answer, String reason) {
        if (leased.taken() < MOST_TAKINGS) {
            queue.extend(leased, FIRST_PAUSE.multipliedBy(1L << (2 * (leased.taken() - 1))));
        } else {
            giveUp(job, leased, answer, reason);
        }
    }

    private void giveUp(Job job, LeasedJob leased, ApiException answer, String reason) {
        LOG.errorf("job=%s is given up: %s", job.id(), reason);
        ends.dead(job, leased, answer, reason);
    }
}
