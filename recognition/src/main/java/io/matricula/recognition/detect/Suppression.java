package io.matricula.recognition.detect;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Non-maximum suppression: of boxes that overlap it keeps the best.
 *
 * @param overlap intersection over union 0..1 from which on two boxes are taken for one
 * @param inside share of the smaller of two boxes that lies in the other one, from which on they are taken for one
 */
record Suppression(double overlap, double inside) {
    /** The best of each place, best first. */
    <T extends Found> List<T> keep(List<T> found) {
        List<T> sorted = new ArrayList<>(found);
        sorted.sort(Comparator.comparingDouble(Found::score).reversed());
        List<T> kept = new ArrayList<>();
        for (T candidate : sorted) {
            if (kept.stream().noneMatch(better -> isSame(better, candidate))) {
                kept.add(candidate);
            }
        }
        return kept;
    }

    private boolean isSame(Found one, Found other) {
        long shared = one.box().overlap(other.box());
        return shared > overlap * (one.box().area() + other.box().area() - shared)
                || one.box().overlapOfSmaller(other.box()) > inside;
    }
}
