package io.matricula.recognition.image;

import io.matricula.recognition.geometry.Box;
import java.nio.ByteBuffer;

/** Scales a part of a picture in Java: by the covered area where an axis shrinks, linearly where it grows. Used once, by one thread. */
final class Scaling {
    private static final int CHANNELS = 3;

    private final Pixels source;
    private final Box part;
    private final Taps across;
    private final Taps down;
    /** The two source rows used last, scaled across; a row's place is its number's last bit. */
    private final float[][] rows;

    private final int[] rowNumbers = {-1, -1};

    Scaling(Pixels source, Box part, int width, int height) {
        this.source = source;
        this.part = part;
        across = Taps.of(part.width(), width);
        down = Taps.of(part.height(), height);
        rows = new float[2][CHANNELS * width];
    }

    void writeTo(ByteBuffer target, int stride) {
        float[] sum = new float[CHANNELS * across.first.length];
        for (int y = 0; y < down.first.length; y++) {
            java.util.Arrays.fill(sum, 0);
            for (int tap = 0; tap < down.weights[y].length; tap++) {
                float[] row = row(down.first[y] + tap);
                float weight = down.weights[y][tap];
                for (int at = 0; at < sum.length; at++) {
                    sum[at] += weight * row[at];
                }
            }
            for (int at = 0; at < sum.length; at++) {
                target.put(y * stride + at, (byte) (sum[at] + 0.5f));
            }
        }
    }

    private float[] row(int y) {
        float[] row = rows[y & 1];
        if (rowNumbers[y & 1] != y) {
            rowNumbers[y & 1] = y;
            scaleAcross(y, row);
        }
        return row;
    }

    private void scaleAcross(int y, float[] row) {
        int start = CHANNELS * ((part.top() + y) * source.width() + part.left());
        ByteBuffer bytes = source.bgr();
        for (int x = 0; x < across.first.length; x++) {
            float[] weights = across.weights[x];
            int at = start + CHANNELS * across.first[x];
            float blue = 0;
            float green = 0;
            float red = 0;
            for (float weight : weights) {
                blue += weight * (bytes.get(at) & 0xFF);
                green += weight * (bytes.get(at + 1) & 0xFF);
                red += weight * (bytes.get(at + 2) & 0xFF);
                at += CHANNELS;
            }
            row[CHANNELS * x] = blue;
            row[CHANNELS * x + 1] = green;
            row[CHANNELS * x + 2] = red;
        }
    }

    /** For each place along the scaled axis the first source place and the weights from there on; they add up to 1. */
    private record Taps(int[] first, float[][] weights) {
        static Taps of(int from, int to) {
            Taps taps = new Taps(new int[to], new float[to][]);
            double step = (double) from / to;
            for (int at = 0; at < to; at++) {
                if (step > 1) {
                    taps.cover(at, at * step, Math.min(from, (at + 1) * step));
                } else {
                    taps.interpolate(at, (at + 0.5) * step - 0.5, from);
                }
            }
            return taps;
        }

        private void cover(int at, double start, double end) {
            first[at] = (int) start;
            float[] shares = new float[(int) Math.ceil(end) - first[at]];
            for (int tap = 0; tap < shares.length; tap++) {
                double low = Math.max(start, first[at] + tap);
                shares[tap] = (float) ((Math.min(end, first[at] + tap + 1) - low) / (end - start));
            }
            weights[at] = shares;
        }

        private void interpolate(int at, double place, int from) {
            double inside = Math.min(Math.max(place, 0), from - 1);
            first[at] = Math.min((int) inside, Math.max(0, from - 2));
            float second = (float) (inside - first[at]);
            weights[at] = from == 1 ? new float[] {1} : new float[] {1 - second, second};
        }
    }
}
