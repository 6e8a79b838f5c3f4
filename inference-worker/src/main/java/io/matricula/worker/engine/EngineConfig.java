package io.matricula.worker.engine;

import io.matricula.recognition.onnx.Device;
import io.matricula.recognition.read.Batching.When;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;

/** What reads the plates, under {@code matricula.models}. */
@ConfigMapping(prefix = "matricula.models")
public interface EngineConfig {
    /** Folder of a model bundle; without it the bundle inside the program. */
    Optional<Path> bundle();

    /** What the networks run on: {@code auto} takes CUDA where it is there, {@code cuda} demands it. */
    @WithDefault("auto")
    Device device();

    /** Threads that one picture may use in the networks; without it 1, for the best throughput. */
    OptionalInt threads();

    Batch batch();

    /** Runs of the reader that pictures share. */
    interface Batch {
        /** Where they do: {@code on-cuda}, {@code always} or {@code never}. */
        @WithDefault("on-cuda")
        When when();

        /** Most plates in a run. */
        @WithDefault("16")
        int plates();

        /** Longest wait of a run's first picture for others. */
        @WithDefault("2ms")
        Duration patience();
    }
}
