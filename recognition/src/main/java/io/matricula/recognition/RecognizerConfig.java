package io.matricula.recognition;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * How a recognizer is set up. {@link #defaults()} and the {@code with} methods build it.
 *
 * @param bundle folder with the models and their manifest; null for the bundle inside this library
 * @param threads threads that one network run may use; 1 gives the best throughput, the number of cores the best latency
 * @param maxPixels largest width times height of a picture that is decoded
 * @param maxSide longest side in pixels of a picture that is decoded
 * @param concurrentDecodes pictures decoded at the same time; bounds memory, others wait
 */
public record RecognizerConfig(
        @Nullable Path bundle, Device device, int threads, long maxPixels, int maxSide, int concurrentDecodes) {
    public RecognizerConfig {
        if (threads < 1 || maxPixels < 1 || maxSide < 1 || concurrentDecodes < 1) {
            throw new IllegalArgumentException("Threads, pixels, side and decodes must be 1 or more");
        }
    }

    /** The bundle inside this library, one thread a run, 50 million pixels, 16,384 pixels a side, one decode for each core. */
    public static RecognizerConfig defaults() {
        return new RecognizerConfig(
                null, Device.AUTO, 1, 50_000_000, 16_384, Runtime.getRuntime().availableProcessors());
    }

    public RecognizerConfig withBundle(Path folder) {
        return new RecognizerConfig(folder, device, threads, maxPixels, maxSide, concurrentDecodes);
    }

    public RecognizerConfig withDevice(Device changed) {
        return new RecognizerConfig(bundle, changed, threads, maxPixels, maxSide, concurrentDecodes);
    }

    public RecognizerConfig withThreads(int count) {
        return new RecognizerConfig(bundle, device, count, maxPixels, maxSide, concurrentDecodes);
    }
}
