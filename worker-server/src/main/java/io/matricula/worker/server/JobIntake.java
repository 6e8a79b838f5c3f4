package io.matricula.worker.server;

import io.matricula.reading.job.JobHandler;
import io.matricula.reading.job.JobWorker;
import io.matricula.service.job.JobQueue;
import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import io.quarkus.runtime.ShutdownEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Instance;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** Takes jobs from the queue until the worker is told to stop; those at work are finished. */
@ApplicationScoped
class JobIntake {
    private final JobsConfig config;
    private final Instance<JobQueue> queue;
    private final Instance<JobHandler> handler;
    private @Nullable JobWorker worker;
    private CompletableFuture<Void> stopped = CompletableFuture.completedFuture(null);

    /** Queue and handler are looked at only if jobs are taken: without them no state is needed. */
    JobIntake(JobsConfig config, Instance<JobQueue> queue, Instance<JobHandler> handler) {
        this.config = config;
        this.queue = queue;
        this.handler = handler;
    }

    void start() {
        if (config.threads() > 0) {
            worker = JobWorker.start(queue.get(), handler.get(), config.threads());
        }
    }

    /** Told to stop: no more jobs from now on, while balancers take notice. */
    void stopping(@Observes ShutdownDelayInitiatedEvent event) {
        JobWorker running = worker;
        worker = null;
        if (running != null) {
            stopped = CompletableFuture.runAsync(running::close);
        }
    }

    /** Without a delay this comes first. */
    void stop(@Observes ShutdownEvent event) {
        if (worker != null) {
            worker.close();
        }
        stopped.join();
    }
}
