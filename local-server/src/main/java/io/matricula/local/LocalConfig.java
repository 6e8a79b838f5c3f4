package io.matricula.local;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;

/** The settings of the local server beside those of its services, under {@code matricula}. */
@ConfigMapping(prefix = "matricula")
public interface LocalConfig {
    /** Folder that holds accounts, tokens and counted calls; made on first use. */
    @WithDefault("matricula-state")
    Path state();

    Jobs jobs();

    /** Pictures that are read later. */
    interface Jobs {
        /** Threads that work on them, each on one at a time; they wait for their turn beside those who wait for an answer. */
        @WithDefault("1")
        int threads();
    }
}
