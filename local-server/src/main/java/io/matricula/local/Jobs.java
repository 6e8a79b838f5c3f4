package io.matricula.local;

import io.matricula.reading.job.JobHandler;
import io.matricula.reading.job.JobWorker;
import io.matricula.service.job.DeadJob;
import io.matricula.service.job.DeadJobStore;
import io.matricula.service.job.Job;
import io.matricula.service.job.JobPictureStore;
import io.matricula.service.job.JobQueue;
import io.matricula.service.job.JobStore;
import io.matricula.service.upload.Upload;
import io.matricula.service.upload.UploadStore;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Works on pictures that are read later, while the server runs; in the cloud workers do. */
@ApplicationScoped
class Jobs {
    private final JobStore jobs;
    private final JobPictureStore pictures;
    private final DeadJobStore dead;
    private final UploadStore uploads;
    private final Clock clock;
    private @Nullable JobWorker worker;

    Jobs(JobStore jobs, JobPictureStore pictures, DeadJobStore dead, UploadStore uploads, Clock clock) {
        this.jobs = jobs;
        this.pictures = pictures;
        this.dead = dead;
        this.uploads = uploads;
        this.clock = clock;
    }

    void start(@Observes StartupEvent event, JobQueue queue, JobHandler handler, LocalConfig config) {
        worker = JobWorker.start(queue, handler, config.jobs().threads());
    }

    void stop(@Observes ShutdownEvent event) {
        if (worker != null) {
            worker.close();
        }
    }

    @Scheduled(every = "1h", delayed = "1m", concurrentExecution = ConcurrentExecution.SKIP)
    void forget() {
        Instant now = clock.instant();
        jobs.removeBefore(now.minus(Job.KEPT));
        pictures.removeBefore(now.minus(Job.KEPT));
        dead.removeBefore(now.minus(DeadJob.KEPT));
        uploads.removeBefore(now.minus(Upload.KEPT));
    }
}
