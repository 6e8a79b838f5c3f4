package io.matricula.recognition.image;

import io.matricula.recognition.geometry.Homography;
import java.nio.ByteBuffer;
import java.util.Arrays;

/** Cuts in Java: adds up bilinear samples of a picture for one row of the cut at a time. Used once, by one thread. */
final class Sampler {
    private final ByteBuffer bgr;
    private final int width;
    private final int height;
    private final Cut cut;
    /** Blue, green and red of each pixel of the row, summed over its samples. */
    private final float[] sums;

    Sampler(Pixels picture, Cut cut) {
        bgr = picture.bgr();
        width = picture.width();
        height = picture.height();
        this.cut = cut;
        sums = new float[3 * cut.width()];
    }

    void writeTo(ByteBuffer target) {
        int rows = cut.height() * cut.down();
        for (int row = 0; row < rows; row++) {
            addRow((row + 0.5) / rows);
            if ((row + 1) % cut.down() == 0) {
                writeRow(target, sums.length * (row / cut.down()), cut.across() * cut.down());
            }
        }
    }

    private void addRow(double v) {
        Homography map = cut.map();
        double step = 1.0 / (cut.width() * cut.across());
        double u = step / 2;
        for (int at = 0; at < sums.length; at += 3) {
            for (int sample = 0; sample < cut.across(); sample++, u += step) {
                add(at, (float) map.x(u, v) - 0.5f, (float) map.y(u, v) - 0.5f);
            }
        }
    }

    /** Writes the averages and starts a new row. */
    private void writeRow(ByteBuffer target, int start, int samplesInPixel) {
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
