package io.matricula.reading.job;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.matricula.contract.ApiError;
import io.matricula.http.errors.ApiException;
import io.matricula.http.exchange.Exchange;
import io.matricula.reading.call.AdmittedCall;
import io.matricula.reading.call.OptionsReader;
import io.matricula.reading.call.PlateReading;
import io.matricula.reading.config.ReadingConfig;
import io.matricula.service.idempotency.StoredAnswer;
import io.matricula.service.job.Job;
import io.matricula.service.job.JobPictureStore;
import io.matricula.service.job.JobQueue;
import io.matricula.service.job.JobStore;
import io.matricula.service.job.LeasedJob;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Optional;
import org.jboss.logging.Logger;

/**
 * Works on one job that was taken from the queue, and decides what becomes of it: answered, given back to be tried again, or
 * given up after {@link #MOST_TAKINGS}. An answer is written once; only whoever writes it gives a failed call back. Safe for
 * concurrent use.
 */
@ApplicationScoped
public class JobHandler {
    /** How long a job is its taker's: longer than a fetch, a wait for a turn and a recognition together. */
    public static final Duration LEASE = Duration.ofSeconds(60);

    /** A job that was taken so often without an answer is at fault itself. */
    static final int MOST_TAKINGS = 5;

    private static final Logger LOG = Logger.getLogger(JobHandler.class);
    private static final Duration PAUSE = Duration.ofSeconds(2);

    private final PlateReading reading;
    private final OptionsReader options;
    private final JobStore jobs;
    private final JobPictureStore pictures;
    private final JobQueue queue;
    private final ObjectMapper json;
    private final int goodStatus;

    JobHandler(
            PlateReading reading,
            OptionsReader options,
            JobStore jobs,
            JobPictureStore pictures,
            JobQueue queue,
            ObjectMapper json,
            ReadingConfig config) {
        this.reading = reading;
        this.options = options;
        this.jobs = jobs;
        this.pictures = pictures;
        this.queue = queue;
        this.json = json;
        this.goodStatus = config.answer().form().status();
    }

    /** Never throws for a fault of the job; throws {@link java.io.UncheckedIOException} if a store can't be reached. */
    public void handle(LeasedJob leased) {
        Optional<Job> job =
                jobs.find(leased.job().account(), leased.job().job()).filter(found -> found.answer() == null);
        if (job.isPresent()) {
            work(job.get(), leased);
        } else {
            // Another has answered it and was killed before it could say so, or it is too old to matter.
            finished(leased);
        }
    }

    private void work(Job job, LeasedJob leased) {
        Exchange exchange = Exchange.ofJob(job.id().value(), job.account().value());
        try {
            AdmittedCall call = call(job, leased);
            answer(job, leased, call, exchange);
        } catch (RuntimeException e) {
            LOG.errorf(e, "job=%s failed for the %d. time", job.id(), leased.taken());
            queue.extend(leased, pause(leased));
        }
        LOG.info("job" + exchange.line());
    }

    private void answer(Job job, LeasedJob leased, AdmittedCall call, Exchange exchange) {
        try {
            var result = reading.finish(call, exchange);
            jobs.complete(job.account(), job.id(), new StoredAnswer(goodStatus, write(result.answer())));
            finished(leased);
        } catch (ApiException e) {
            exchange.error(e.error().name());
            refuse(job, leased, call, e);
        } catch (RuntimeException e) {
            if (leased.taken() < MOST_TAKINGS) {
                throw e;
            }
            LOG.errorf(e, "job=%s is given up", job.id());
            exchange.error(ApiError.INTERNAL.name());
            fail(job, leased, call, ApiException.of(ApiError.INTERNAL));
        }
    }

    private void refuse(Job job, LeasedJob leased, AdmittedCall call, ApiException refusal) {
        boolean busy = refusal.error() == ApiError.BUSY;
        boolean ours = refusal.error().status() >= 500;
        if (busy || ours && leased.taken() < MOST_TAKINGS) {
            queue.extend(leased, pause(leased));
        } else {
            fail(job, leased, call, refusal);
        }
    }

    private static Duration pause(LeasedJob leased) {
        return PAUSE.multipliedBy(Math.min(leased.taken(), MOST_TAKINGS));
    }

    private void fail(Job job, LeasedJob leased, AdmittedCall call, ApiException reason) {
        var answer = new StoredAnswer(reason.error().status(), write(reason.answer()));
        if (jobs.complete(job.account(), job.id(), answer)) {
            reading.giveBack(call);
        }
        finished(leased);
    }

    private void finished(LeasedJob leased) {
        queue.remove(leased);
        pictures.remove(leased.job().account(), leased.job().job());
    }

    private AdmittedCall call(Job job, LeasedJob leased) {
        JobOrder order = order(job);
        byte[] bytes = order.pictureName() == null
                ? null
                : pictures.find(job.account(), leased.job().job())
                        .orElseThrow(() -> new IllegalStateException("the picture of a job is missing"));
        var sent = order.submission(bytes);
        return new AdmittedCall(
                job.account(),
                sent,
                options.read(sent, order.mmc()),
                order.receivedAt(),
                order.admitted(job.account()),
                () -> {});
    }

    private JobOrder order(Job job) {
        try {
            return json.readValue(job.order(), JobOrder.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the order of a job can't be read", e);
        }
    }

    private String write(Object answer) {
        try {
            return json.writeValueAsString(answer);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("an answer of ours is no JSON", e);
        }
    }
}
