package io.matricula.bench.speed;

import java.util.Arrays;

/** Sorted durations in nanoseconds. */
public record Percentiles(long[] sorted) {
    public static Percentiles of(long[] nanos) {
        long[] sorted = nanos.clone();
        Arrays.sort(sorted);
        return new Percentiles(sorted);
    }

    /** Milliseconds below which the part 0..1 of all durations lies (nearest rank). */
    public double at(double part) {
        int rank = (int) Math.ceil(part * sorted.length);
        return sorted[Math.max(0, Math.min(sorted.length - 1, rank - 1))] / 1e6;
    }

    double mean() {
        return Arrays.stream(sorted).average().orElse(Double.NaN) / 1e6;
    }

    /** To three decimals, as tables show it. */
    static double rounded(double value) {
        return Math.round(value * 1000) / 1000.0;
    }
}
