package io.matricula.recognition.detect;

import io.matricula.recognition.geometry.Box;
import io.matricula.recognition.image.Picture;
import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * How a picture is scaled into a network's input: its longer side to a given size, with padding at the right and at the bottom up to multiples
 * of 32.
 *
 * @param width of the input, in pixels
 * @param height of the input
 * @param scaledWidth of the picture within the input
 * @param scaledHeight of the picture within the input
 * @param scaleX input pixels for one pixel of the picture, across
 * @param scaleY the same downwards; differs a little, as the scaled sizes are whole
 */
record Letterbox(int width, int height, int scaledWidth, int scaledHeight, float scaleX, float scaleY) {
    private static final int STEP = 32;
    private static final byte PADDING = 114;

    static Letterbox of(int pictureWidth, int pictureHeight, int longerSide) {
        double scale = longerSide / (double) Math.max(pictureWidth, pictureHeight);
        int width = Math.max(1, (int) Math.round(pictureWidth * scale));
        int height = Math.max(1, (int) Math.round(pictureHeight * scale));
        return new Letterbox(
                up(width), up(height), width, height, (float) width / pictureWidth, (float) height / pictureHeight);
    }

    /** Bytes of an input that is large enough for every picture. */
    static int bytes(int longerSide) {
        return 3 * up(longerSide) * up(longerSide);
    }

    long[] shape() {
        return new long[] {1, height, width, 3};
    }

    /** Fills a direct buffer from index 0 on with a part of the picture. */
    void fill(ByteBuffer input, Picture picture, Box part) {
        int stride = 3 * width;
        picture.scaleInto(input, part, scaledWidth, scaledHeight, stride);
        byte[] padding = new byte[stride];
        Arrays.fill(padding, PADDING);
        int gap = stride - 3 * scaledWidth;
        for (int y = 0; y < height; y++) {
            if (y >= scaledHeight) {
                input.put(y * stride, padding);
            } else if (gap > 0) {
                input.put(y * stride + 3 * scaledWidth, padding, 0, gap);
            }
        }
    }

    private static int up(int pixels) {
        return (pixels + STEP - 1) / STEP * STEP;
    }
}
