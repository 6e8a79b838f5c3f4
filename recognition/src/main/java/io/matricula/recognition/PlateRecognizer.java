package io.matricula.recognition;

import io.matricula.recognition.bundle.ModelBundle;
import io.matricula.recognition.image.PictureBounds;
import io.matricula.recognition.image.PictureDecoder;
import io.matricula.recognition.image.PictureException;
import io.matricula.recognition.image.Pixels;
import io.matricula.recognition.onnx.Device;
import io.matricula.recognition.onnx.OnnxRuntime;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;

/**
 * Reads the plates in pictures. Any number of threads may use one recognizer at the same time; opening one loads the models and is
 * slow, so open one for each process and close it at the end.
 */
public interface PlateRecognizer extends AutoCloseable {
    /**
     * Checks and loads the bundle and the native libraries.
     *
     * @throws io.matricula.recognition.bundle.BundleException if the bundle is broken, with everything that is wrong
     * @throws IllegalStateException if CUDA is demanded and isn't there
     */
    static PlateRecognizer open(RecognizerConfig config) {
        // Loading OpenCV and loading the networks take about as long: side by side they halve the start.
        CompletableFuture<PictureDecoder> decoder = CompletableFuture.supplyAsync(() ->
                PictureDecoder.open(new PictureBounds(config.maxPixels(), config.maxSide()), config.pixelsInMemory()));
        Path folder = config.bundle();
        ModelBundle bundle = folder == null ? ModelBundle.builtIn() : ModelBundle.of(folder);
        OnnxRuntime runtime = new OnnxRuntime(config.device(), config.threads());
        Networks networks = Networks.open(bundle, runtime, config.batching());
        return new RecognitionPipeline(decoder.join(), networks, runtime.device());
    }

    /** What the networks run on: CPU or CUDA, never AUTO. */
    Device device();

    /**
     * Decodes and reads a JPEG, PNG, WebP, BMP, GIF (first frame) or TIFF (first page), turned upright by its EXIF orientation.
     *
     * @throws IllegalArgumentException if a text format is not a regular expression of the supported kind
     * @throws IllegalStateException if the recognizer is closed
     */
    Recognition recognize(byte[] picture, RecognitionOptions options) throws PictureException;

    /** The same for pixels that were decoded elsewhere; {@link Timings#decode()} is 0. */
    Recognition recognize(Pixels picture, RecognitionOptions options);

    /** Waits for running recognitions and frees all native memory. Closing twice does nothing. */
    @Override
    void close();
}
