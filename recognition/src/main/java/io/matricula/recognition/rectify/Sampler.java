package io.matricula.recognition.rectify;

import io.matricula.recognition.geometry.Homography;
import io.matricula.recognition.image.Picture;
import java.nio.ByteBuffer;
import java.util.Arrays;

/** Adds up bilinear samples of a picture for one row of a flat plate at a time. For one thread. */
final class Sampler {
    private final ByteBuffer bgr;
    private final int width;
    private final int height;
    private final Homography map;
    private final int samples;
    /** Blue, green and red of each pixel of the row, summed over its samples. */
    private final float[] sums;

    /**
     * @param pixels in a row
     * @param samples across one pixel
     */
    Sampler(Picture picture, Homography map, int pixels, int samples) {
        bgr = picture.bgr();
        width = picture.width();
        height = picture.height();
        this.map = map;
        this.samples = samples;
        sums = new float[3 * pixels];
    }

    /** Adds the samples along the line from ({@code left}, {@code v}) to ({@code right}, {@code v}) on the plate. */
    void addRow(double left, double right, double v) {
        double step = (right - left) / (sums.length / 3 * samples);
        double u = left + step / 2;
        for (int at = 0; at < sums.length; at += 3) {
            for (int sample = 0; sample < samples; sample++, u += step) {
                add(at, (float) map.x(u, v) - 0.5f, (float) map.y(u, v) - 0.5f);
            }
        }
    }

    /** Writes the averages and starts a new row. */
    void writeRow(ByteBuffer target, int start, int samplesInPixel) {
        float share = 1f / samplesInPixel;
        for (int at = 0; at < sums.length; at++) {
            target.put(start + at, (byte) (sums[at] * share + 0.5f));
        }
        Arrays.fill(sums, 0);
    }

    /** Adds the colour at a place of the picture, counted from the centre of its first pixel. */
    private void add(int at, float placeX, float placeY) {
        float x = clamp(placeX, width - 1);
        float y = clamp(placeY, height - 1);
        int left = (int) x;
        int top = (int) y;
        int here = 3 * (top * width + left);
        int right = left + 1 < width ? 3 : 0;
        int below = top + 1 < height ? 3 * width : 0;
        float dx = x - left;
        float dy = y - top;
        for (int channel = 0; channel < 3; channel++, here++) {
            float upper = (1 - dx) * (bgr.get(here) & 0xFF) + dx * (bgr.get(here + right) & 0xFF);
            float lower = (1 - dx) * (bgr.get(here + below) & 0xFF) + dx * (bgr.get(here + below + right) & 0xFF);
            sums[at + channel] += (1 - dy) * upper + dy * lower;
        }
    }

    private static float clamp(float value, int most) {
        // Also turns NaN, from corners at infinity, into a place of the picture.
        return value > 0 ? Math.min(value, most) : 0;
    }
}
