package io.matricula.worker.http;

import io.smallrye.config.ConfigMapping;
import java.util.Optional;

/** The settings of recognition for others, under {@code matricula.worker}. */
@ConfigMapping(prefix = "matricula.worker")
public interface WorkerConfig {
    /** What callers must show in {@code X-Matricula-Secret}; without it whoever reaches the port may call. */
    Optional<String> secret();
}
