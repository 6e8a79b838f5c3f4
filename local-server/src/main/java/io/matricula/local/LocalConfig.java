package io.matricula.local;

import io.matricula.recognition.onnx.Device;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalInt;

/** The settings of the local server beside those of the gateway, under {@code matricula}. */
@ConfigMapping(prefix = "matricula")
public interface LocalConfig {
    /** Folder that holds accounts, tokens and counted calls; made on first use. */
    @WithDefault("matricula-state")
    Path state();

    Models models();

    Jobs jobs();

    /** What reads the plates. */
    interface Models {
        /** Folder of a model bundle; without it the bundle inside the program. */
        Optional<Path> bundle();

        /** What the networks run on: {@code auto} takes CUDA where it is there, {@code cuda} demands it. */
        @WithDefault("auto")
        Device device();

        /** Threads that one picture may use in the networks; without it 1, for the best throughput. */
        OptionalInt threads();
    }

    /** Pictures that are read later. */
    interface Jobs {
        /** Threads that work on them, each on one at a time; they wait for their turn beside those who wait for an answer. */
        @WithDefault("1")
        int threads();
    }
}
