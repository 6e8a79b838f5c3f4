package io.matricula.reading.job;

import io.matricula.contract.ApiError;
import io.matricula.contract.JobAnswer;
import io.matricula.http.errors.ApiException;
import io.matricula.http.exchange.Exchange;
import io.matricula.reading.call.AdmittedCall;
import io.matricula.reading.call.PlateReading;
import io.matricula.reading.config.ReadingConfig;
import io.matricula.reading.picture.Picture;
import io.matricula.reading.picture.Submission;
import io.matricula.service.account.Account;
import io.matricula.service.account.AccountId;
import io.matricula.service.job.Job;
import io.matricula.service.job.JobId;
import io.matricula.service.job.JobPictureStore;
import io.matricula.service.job.JobQueue;
import io.matricula.service.job.JobStore;
import io.matricula.service.job.QueuedJob;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;

/**
 * Takes calls on to be worked later: counted at once, at any rate but only so many an account, and answered when a worker has come to
 * them. What is needed for that is stored before the client is told.
 */
@ApplicationScoped
public class LaterReading {
    /** When it is worth asking again whether there is room in the queue. */
    private static final Duration ROOM_LATER = Duration.ofSeconds(10);

    private final PlateReading reading;
    private final JobOrders orders;
    private final JobStore jobs;
    private final JobPictureStore pictures;
    private final JobQueue queue;
    private final int mostWaiting;

    LaterReading(
            PlateReading reading,
            JobOrders orders,
            JobStore jobs,
            JobPictureStore pictures,
            JobQueue queue,
            ReadingConfig config) {
        this.reading = reading;
        this.orders = orders;
        this.jobs = jobs;
        this.pictures = pictures;
        this.queue = queue;
        this.mostWaiting = config.queue().mostWaiting();
    }

    /** Counts a call and queues it; 429 if too many of the account wait already. */
    public JobAnswer accept(Account account, Submission sent, Exchange exchange) {
        if (!hasRoom(account.id(), 1)) {
            throw ApiException.retry(ApiError.QUEUE_FULL, ROOM_LATER);
        }
        return admitted(reading.admitForLater(account, sent, exchange), call -> queue(account, call));
    }

    /** Counts a call and works on it now, or queues it if the account calls too fast or the service is busy. */
    public Outcome readOrAccept(Account account, Submission sent, Exchange exchange) {
        AdmittedCall call;
        try {
            call = reading.admit(account, sent, exchange);
        } catch (ApiException e) {
            if (e.error() != ApiError.TOO_FAST || !hasRoom(account.id(), 1)) {
                throw e;
            }
            return new Outcome.Queued(accept(account, sent, exchange));
        }
        return admitted(call, same -> finishOrQueue(account, same, exchange));
    }

    /** Whether so many more pictures of an account may wait. */
    public boolean hasRoom(AccountId account, int more) {
        return jobs.waiting(account, mostWaiting) + more <= mostWaiting;
    }

    private <T> T admitted(AdmittedCall call, Function<AdmittedCall, T> work) {
        boolean done = false;
        try {
            T result = work.apply(call);
            done = true;
            return result;
        } finally {
            if (!done) {
                reading.giveBack(call);
            }
        }
    }

    private Outcome finishOrQueue(Account account, AdmittedCall call, Exchange exchange) {
        try {
            return new Outcome.Read(reading.finish(call, exchange));
        } catch (ApiException e) {
            if (e.error() != ApiError.BUSY || !hasRoom(account.id(), 1)) {
                throw e;
            }
            return new Outcome.Queued(queue(account, call));
        }
    }

    private JobAnswer queue(Account account, AdmittedCall call) {
        boolean mmc = account.planAt(call.received()).mmc();
        Job job = Job.create(account.id(), call.received(), orders.write(call, mmc));
        Picture picture = call.sent().picture();
        if (picture != null) {
            pictures.put(account.id(), job.id(), picture.bytes());
        }
        call.durable().run();
        jobs.add(job);
        queue.add(new QueuedJob(account.id(), job.id()));
        return JobAnswers.of(job);
    }

    /** What became of a call that may be worked now or later. */
    public sealed interface Outcome {
        record Read(PlateReading.Result result) implements Outcome {}

        record Queued(JobAnswer job) implements Outcome {}
    }

    /** What is known of an account's job; empty if there is none. */
    public Optional<JobAnswer> find(AccountId account, String id) {
        try {
            return jobs.find(account, new JobId(id)).map(JobAnswers::of);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
