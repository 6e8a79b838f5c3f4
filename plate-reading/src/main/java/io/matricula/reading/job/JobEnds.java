package io.matricula.reading.job;

import io.matricula.contract.ApiError;
import io.matricula.http.errors.ApiException;
import io.matricula.service.account.AccountId;
import io.matricula.service.admission.Admission;
import io.matricula.service.idempotency.StoredAnswer;
import io.matricula.service.job.DeadJob;
import io.matricula.service.job.DeadJobStore;
import io.matricula.service.job.Job;
import io.matricula.service.job.JobPictureStore;
import io.matricula.service.job.JobQueue;
import io.matricula.service.job.JobStore;
import io.matricula.service.job.LeasedJob;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;

/**
 * The ways in which a job ends. An answer is written once, and only whoever writes it gives a call back; the job leaves the queue
 * last, so that whoever is killed in between leaves it to another. Safe for concurrent use.
 */
@ApplicationScoped
class JobEnds {
    private final JobOrders orders;
    private final JobStore jobs;
    private final JobPictureStore pictures;
    private final JobQueue queue;
    private final DeadJobStore dead;
    private final Admission admission;
    private final Clock clock;

    JobEnds(
            JobOrders orders,
            JobStore jobs,
            JobPictureStore pictures,
            JobQueue queue,
            DeadJobStore dead,
            Admission admission,
            Clock clock) {
        this.orders = orders;
        this.jobs = jobs;
        this.pictures = pictures;
        this.queue = queue;
        this.dead = dead;
        this.admission = admission;
        this.clock = clock;
    }

    /** The picture was read. */
    void done(Job job, LeasedJob leased, StoredAnswer answer) {
        jobs.complete(job.account(), job.id(), answer);
        leave(leased, true);
    }

    /** It can't be read, and trying again would not help. */
    void failed(Job job, LeasedJob leased, ApiException reason) {
        answer(job, reason);
        leave(leased, true);
    }

    /** It is given up on our side. Its picture stays, for an operator may have it tried anew. */
    void dead(Job job, LeasedJob leased, ApiException answer, String reason) {
        dead.put(new DeadJob(job.account(), job.id(), leased.taken(), clock.instant(), reason));
        answer(job, answer);
        leave(leased, false);
    }

    /** Another has ended it, and was killed before it could say so to the queue; or it is too old to matter. */
    void over(LeasedJob leased, boolean pictureWanted) {
        leave(leased, !pictureWanted);
    }

    /**
     * Ends a job that nobody has come to.
     *
     * @return false if it has an answer already
     */
    boolean cancel(Job job) {
        boolean cancelled = answer(job, ApiException.of(ApiError.CANCELLED));
        if (cancelled) {
            pictures.remove(job.account(), job.id());
        }
        return cancelled;
    }

    /** A picture of a batch that ends before it was counted. */
    Job refused(AccountId account, BatchDraft.Item item, ApiException why) {
        Instant now = clock.instant();
        String order = orders.json(JobOrder.refused(item.name(), item.address(), now));
        return Job.create(account, now, order).withAnswer(stored(why));
    }

    private StoredAnswer stored(ApiException reason) {
        return new StoredAnswer(reason.error().status(), orders.json(reason.answer()));
    }

    private boolean answer(Job job, ApiException reason) {
        var answer = stored(reason);
        boolean first = jobs.complete(job.account(), job.id(), answer);
        if (first && !job.redriven()) {
            orders.counted(job).ifPresent(admission::giveBack);
        }
        return first;
    }

    private void leave(LeasedJob leased, boolean withPicture) {
        queue.remove(leased);
        if (withPicture) {
            pictures.remove(leased.job().account(), leased.job().job());
        }
    }
}
