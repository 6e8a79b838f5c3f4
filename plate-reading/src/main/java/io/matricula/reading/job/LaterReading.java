package io.matricula.reading.job;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.matricula.contract.ApiError;
import io.matricula.contract.JobAnswer;
import io.matricula.http.errors.ApiException;
import io.matricula.http.exchange.Exchange;
import io.matricula.reading.call.AdmittedCall;
import io.matricula.reading.call.PlateReading;
import io.matricula.reading.picture.Picture;
import io.matricula.reading.picture.Submission;
import io.matricula.service.account.Account;
import io.matricula.service.account.AccountId;
import io.matricula.service.idempotency.StoredAnswer;
import io.matricula.service.job.Job;
import io.matricula.service.job.JobId;
import io.matricula.service.job.JobPictureStore;
import io.matricula.service.job.JobQueue;
import io.matricula.service.job.JobStore;
import io.matricula.service.job.QueuedJob;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/**
 * Takes calls on to be worked later: counted at once, answered when a worker has come to them. What is needed for that is stored
 * before the client is told.
 */
@ApplicationScoped
public class LaterReading {
    private final PlateReading reading;
    private final JobStore jobs;
    private final JobPictureStore pictures;
    private final JobQueue queue;
    private final ObjectMapper json;

    LaterReading(PlateReading reading, JobStore jobs, JobPictureStore pictures, JobQueue queue, ObjectMapper json) {
        this.reading = reading;
        this.jobs = jobs;
        this.pictures = pictures;
        this.queue = queue;
        this.json = json;
    }

    /** Counts a call and queues it. */
    public JobAnswer accept(Account account, Submission sent, Exchange exchange) {
        AdmittedCall call = reading.admit(account, sent, exchange);
        boolean queued = false;
        try {
            JobAnswer answer = queue(account, call);
            queued = true;
            return answer;
        } finally {
            if (!queued) {
                reading.giveBack(call);
            }
        }
    }

    /** Counts a call and works on it now, or queues it if the service is busy. */
    public Outcome readOrAccept(Account account, Submission sent, Exchange exchange) {
        AdmittedCall call = reading.admit(account, sent, exchange);
        boolean done = false;
        try {
            Outcome outcome = finishOrQueue(account, call, exchange);
            done = true;
            return outcome;
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
            if (e.error() != ApiError.BUSY) {
                throw e;
            }
            return new Outcome.Queued(queue(account, call));
        }
    }

    private JobAnswer queue(Account account, AdmittedCall call) {
        boolean mmc = account.planAt(call.received()).mmc();
        Job job = Job.create(account.id(), call.received(), write(JobOrder.of(call, mmc)));
        Picture picture = call.sent().picture();
        if (picture != null) {
            pictures.put(account.id(), job.id(), picture.bytes());
        }
        call.durable().run();
        jobs.add(job);
        queue.add(new QueuedJob(account.id(), job.id()));
        return answer(job);
    }

    /** What became of a call that may be worked now or later. */
    public sealed interface Outcome {
        record Read(PlateReading.Result result) implements Outcome {}

        record Queued(JobAnswer job) implements Outcome {}
    }

    /** What is known of an account's job; empty if there is none. */
    public Optional<JobAnswer> find(AccountId account, String id) {
        try {
            return jobs.find(account, new JobId(id)).map(LaterReading::answer);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static JobAnswer answer(Job job) {
        StoredAnswer answer = job.answer();
        String url = "/v1/plate-reader/jobs/" + job.id();
        return answer == null
                ? new JobAnswer(job.id().value(), "queued", url, null, null)
                : new JobAnswer(
                        job.id().value(),
                        answer.status() / 100 == 2 ? "done" : "failed",
                        url,
                        answer.status(),
                        answer.body());
    }

    private String write(JobOrder order) {
        try {
            return json.writeValueAsString(order);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("an order of ours is no JSON", e);
        }
    }
}
