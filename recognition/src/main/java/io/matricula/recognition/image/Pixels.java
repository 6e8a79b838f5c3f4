package io.matricula.recognition.image;

import java.nio.ByteBuffer;

/**
 * An upright picture that is decoded already: {@code height} rows of {@code width} pixels, three bytes each in the order blue, green, red, without
 * gaps between rows, from the buffer's index 0. The bytes must not change while a recognition runs on them.
 */
public record Pixels(int width, int height, ByteBuffer bgr) {
    public Pixels {
        if (width < 1 || height < 1 || bgr.capacity() < 3L * width * height) {
            throw new IllegalArgumentException(
                    "A buffer of " + bgr.capacity() + " bytes for " + width + " x " + height + " pixels");
        }
    }
}
