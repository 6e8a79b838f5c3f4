package io.matricula.bench.accuracy;

import io.matricula.recognition.Plate;
import io.matricula.recognition.geometry.Box;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which true plate each found one is: pairs that overlap by at least half (intersection over union), the best overlaps first, each plate in one pair
 * at most. A true plate without a box is paired with the best reading.
 *
 * @param pairs one for each true plate, in their order
 * @param surplus found plates that are no true one
 */
record Matching(List<Pair> pairs, List<Plate> surplus) {
    private static final double LEAST_OVERLAP = 0.5;

    /** A true plate and what was found for it, null if nothing was. */
    record Pair(TruePlate truth, @Nullable Plate found) {}

    private record Overlap(int truth, int found, double value) {}

    static Matching of(List<TruePlate> truths, List<Plate> found) {
        List<Overlap> overlaps = new ArrayList<>();
        for (int t = 0; t < truths.size(); t++) {
            for (int f = 0; f < found.size(); f++) {
                overlaps.add(new Overlap(t, f, overlap(truths.get(t), found.get(f))));
            }
        }
        overlaps.sort((a, b) -> Double.compare(b.value, a.value));
        @Nullable Plate[] partner = new Plate[truths.size()];
        Set<Integer> taken = new HashSet<>();
        for (Overlap overlap : overlaps) {
            if (overlap.value >= LEAST_OVERLAP && partner[overlap.truth] == null && taken.add(overlap.found)) {
                partner[overlap.truth] = found.get(overlap.found);
            }
        }
        return new Matching(pairs(truths, partner), surplus(found, taken));
    }

    private static List<Pair> pairs(List<TruePlate> truths, @Nullable Plate[] partner) {
        List<Pair> pairs = new ArrayList<>();
        for (int t = 0; t < truths.size(); t++) {
            pairs.add(new Pair(truths.get(t), partner[t]));
        }
        return pairs;
    }

    private static List<Plate> surplus(List<Plate> found, Set<Integer> taken) {
        List<Plate> surplus = new ArrayList<>();
        for (int f = 0; f < found.size(); f++) {
            if (!taken.contains(f)) {
                surplus.add(found.get(f));
            }
        }
        return surplus;
    }

    private static double overlap(TruePlate truth, Plate found) {
        return truth.box() == null ? 1 + found.reading().score() : overlap(truth.box(), found.box());
    }

    static double overlap(List<Double> truth, Box found) {
        double width = Math.min(truth.get(2), found.right()) - Math.max(truth.get(0), found.left());
        double height = Math.min(truth.get(3), found.bottom()) - Math.max(truth.get(1), found.top());
        if (width <= 0 || height <= 0) {
            return 0;
        }
        double shared = width * height;
        double all = (truth.get(2) - truth.get(0)) * (truth.get(3) - truth.get(1))
                + (double) found.width() * found.height()
                - shared;
        return shared / all;
    }
}
