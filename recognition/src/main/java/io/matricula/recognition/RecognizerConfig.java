package io.matricula.recognition;

import io.matricula.recognition.onnx.Device;
import io.matricula.recognition.read.Batching;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * How a recognizer is set up. {@link #defaults()} and the {@code with} methods build it.
 *
 * @param bundle folder with the models and their manifest; null for the bundle inside this library
 * @param threads threads that one network run may use; 1 gives the best throughput, the number of cores the best latency
 * @param maxPixels largest width times height of a picture that is decoded
 * @param maxSide longest side in pixels of a picture that is decoded
 * @param pixelsInMemory pixels of all pictures that are held decoded at the same time, three bytes each; other pictures wait
 * @param batching whether pictures share runs of the reader
 */
public record RecognizerConfig(
        @Nullable Path bundle,
        Device device,
        int threads,
        long maxPixels,
        int maxSide,
        long pixelsInMemory,
        Batching batching) {
    public RecognizerConfig {
        if (threads < 1 || maxPixels < 1 || maxSide < 1 || pixelsInMemory < 1) {
            throw new IllegalArgumentException("Threads, pixels and side must be 1 or more");
        }
    }

    /** The bundle inside this library, one thread a run, 50 million pixels, 16,384 pixels a side, 100 million pixels in memory, shared runs on CUDA. */
    public static RecognizerConfig defaults() {
        return new RecognizerConfig(null, Device.AUTO, 1, 50_000_000, 16_384, 100_000_000, Batching.defaults());
    }

    public RecognizerConfig withBundle(Path folder) {
        return new RecognizerConfig(folder, device, threads, maxPixels, maxSide, pixelsInMemory, batching);
    }

    public RecognizerConfig withDevice(Device changed) {
        return new RecognizerConfig(bundle, changed, threads, maxPixels, maxSide, pixelsInMemory, batching);
    }

    public RecognizerConfig withThreads(int count) {
        return new RecognizerConfig(bundle, device, count, maxPixels, maxSide, pixelsInMemory, batching);
    }

    public RecognizerConfig withBatching(Batching changed) {
        return new RecognizerConfig(bundle, device, threads, maxPixels, maxSide, pixelsInMemory, changed);
    }
}
