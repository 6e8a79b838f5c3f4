package io.matricula.worker.server;

import io.matricula.reading.config.ReadingConfig;
import io.matricula.worker.engine.EngineConfig;
import io.matricula.worker.engine.WarmUp;
import io.matricula.worker.http.WorkerConfig;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.jboss.logging.Logger;

/** Loads and warms the models, then begins: the port opens only after this, so whoever reaches the worker finds it ready. */
@ApplicationScoped
class WorkerStart {
    private static final Logger LOG = Logger.getLogger(WorkerStart.class);

    private final EngineConfig engine;
    private final ReadingConfig reading;
    private final WorkerConfig worker;
    private final JobsConfig jobs;

    WorkerStart(EngineConfig engine, ReadingConfig reading, WorkerConfig worker, JobsConfig jobs) {
        this.engine = engine;
        this.reading = reading;
        this.worker = worker;
        this.jobs = jobs;
    }

    void start(@Observes StartupEvent event, WarmUp warmUp, JobIntake intake) {
        long begun = System.nanoTime();
        warmUp.run();
        LOG.infof(
                "device=%s threads=%s batches=%s max-size=%d max-wait=%s secret=%s jobs.threads=%d warm-up_ms=%d",
                engine.device(),
                engine.threads(),
                engine.batch().when(),
                reading.picture().maxSize().asLongValue(),
                reading.recognition().maxWait(),
                worker.secret().isPresent() ? "set" : "unset",
                jobs.threads(),
                (System.nanoTime() - begun) / 1_000_000);
        intake.start();
    }
}
