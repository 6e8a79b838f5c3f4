package io.matricula.bench.accuracy;

import java.util.Locale;

/** So many hits out of so many tries. */
record Share(int hits, int of) {
    private static final double Z95 = 1.959964;

    static final Share NONE = new Share(0, 0);

    Share plus(boolean hit) {
        return new Share(hits + (hit ? 1 : 0), of + 1);
    }

    /** 0..1; NaN without any try. */
    double rate() {
        return of == 0 ? Double.NaN : (double) hits / of;
    }

    /** Lower and upper bound of the 95 % interval by Wilson (1927), which keeps within 0..1 and is right for few tries too. */
    double[] interval() {
        if (of == 0) {
            return new double[] {0, 1};
        }
        double rate = rate();
        double z2 = Z95 * Z95;
        double centre = (rate + z2 / (2 * of)) / (1 + z2 / of);
        double half = Z95 / (1 + z2 / of) * Math.sqrt(rate * (1 - rate) / of + z2 / (4.0 * of * of));
        return new double[] {Math.max(0, centre - half), Math.min(1, centre + half)};
    }

    @Override
    public String toString() {
        double[] interval = interval();
        return of == 0
                ? "-"
                : String.format(
                        Locale.ROOT,
                        "%.1f %% (%.1f to %.1f; %d of %d)",
                        100 * rate(),
                        100 * interval[0],
                        100 * interval[1],
                        hits,
                        of);
    }
}
