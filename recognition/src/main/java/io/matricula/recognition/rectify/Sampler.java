package io.matricula.recognition.rectify;

import io.matricula.recognition.geometry.Homography;
import io.matricula.recognition.image.Picture;
import java.nio.ByteBuffer;

/** Adds up bilinear samples of a picture. For one thread. */
final class Sampler {
    private final ByteBuffer bgr;
    private final int width;
    private final int height;
    private final Homography map;

    private float blue;
    private float green;
    private float red;

    Sampler(Picture picture, Homography map) {
        bgr = picture.bgr();
        width = picture.width();
        height = picture.height();
        this.map = map;
    }

    void reset() {
        blue = 0;
        green = 0;
        red = 0;
    }

    /** Adds the colour at a place on the plate. Pixel centres lie at halves. */
    void add(double u, double v) {
        float x = clamp((float) map.x(u, v) - 0.5f, width - 1);
        float y = clamp((float) map.y(u, v) - 0.5f, height - 1);
        int left = (int) x;
        int top = (int) y;
        int here = 3 * (top * width + left);
        int right = left + 1 < width ? 3 : 0;
        int below = top + 1 < height ? 3 * width : 0;
        float dx = x - left;
        float dy = y - top;
        blend(here, (1 - dx) * (1 - dy));
        blend(here + right, dx * (1 - dy));
        blend(here + below, (1 - dx) * dy);
        blend(here + below + right, dx * dy);
    }

    void write(ByteBuffer target, int at, int samples) {
        target.put(at, (byte) (blue / samples + 0.5f));
        target.put(at + 1, (byte) (green / samples + 0.5f));
        target.put(at + 2, (byte) (red / samples + 0.5f));
    }

    private void blend(int at, float weight) {
        blue += weight * (bgr.get(at) & 0xFF);
        green += weight * (bgr.get(at + 1) & 0xFF);
        red += weight * (bgr.get(at + 2) & 0xFF);
    }

    private static float clamp(float value, int most) {
        // Also turns NaN, from corners at infinity, into a place of the picture.
        return value > 0 ? Math.min(value, most) : 0;
    }
}
