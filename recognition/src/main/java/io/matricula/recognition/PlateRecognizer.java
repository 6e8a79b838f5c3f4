package io.matricula.recognition;

import io.matricula.recognition.image.PictureException;
import io.matricula.recognition.image.Pixels;

/**
 * Reads the plates in pictures. Any number of threads may use one recognizer at the same time; opening one loads the models and is
 * slow, so open one for each process and close it at the end.
 */
public interface PlateRecognizer extends AutoCloseable {
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
