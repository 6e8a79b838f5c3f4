package io.matricula.worker.server;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Pictures that are read later, under {@code matricula.jobs}. */
@ConfigMapping(prefix = "matricula.jobs")
public interface JobsConfig {
    /** Threads that take jobs from the queue, each one at a time; with 0 this worker takes none, and needs no state. */
    @WithDefault("1")
    int threads();
}
