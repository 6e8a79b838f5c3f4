package io.matricula.recognition;

import io.matricula.recognition.geometry.Box;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Keeps the plates of one picture that the options ask for, and remembers why others went. Used once, by one thread. */
final class PlateFilter {
    /** Smaller plates show no characters, only an unreadable strip. */
    private static final int LEAST_WIDTH = 12;

    private static final int LEAST_HEIGHT = 5;
    /** Share of the smaller of two boxes that lies in the other one, from which on both are one plate. */
    private static final double SAME_PLACE = 0.5;

    private final RecognitionOptions options;
    private final Set<EmptyReason> reasons = EnumSet.noneOf(EmptyReason.class);

    PlateFilter(RecognitionOptions options) {
        this.options = options;
    }

    /** Least detection score of this recognition. */
    double detectionThreshold() {
        return redacts() ? options.detectionThreshold() / 2 : options.detectionThreshold();
    }

    boolean keepsDetection(double score, Box box) {
        if (score < detectionThreshold()) {
            reasons.add(EmptyReason.BELOW_THRESHOLD);
            return false;
        }
        if (!redacts() && (box.width() < LEAST_WIDTH || box.height() < LEAST_HEIGHT)) {
            reasons.add(EmptyReason.TOO_SMALL);
            return false;
        }
        return true;
    }

    /** @param fitsFormats whether the reading passes the strict formats, if there are any */
    boolean keepsReading(Reading reading, boolean fitsFormats) {
        if (redacts()) {
            return true;
        }
        if (!fitsFormats) {
            reasons.add(EmptyReason.FORMAT_MISMATCH);
            return false;
        }
        if (reading.text().isEmpty() || reading.score() < options.readingThreshold()) {
            reasons.add(EmptyReason.BELOW_THRESHOLD);
            return false;
        }
        return true;
    }

    boolean keepsVehicle(@Nullable Vehicle vehicle) {
        if (options.strictVehicle() && vehicle == null) {
            reasons.add(EmptyReason.NO_VEHICLE);
            return false;
        }
        return true;
    }

    /** Each plate once, best first: of several boxes at one place the one that is detected and read best. */
    List<Plate> distinct(List<Plate> plates) {
        List<Plate> sorted = new ArrayList<>(plates);
        sorted.sort(Comparator.comparingDouble(PlateFilter::worth).reversed());
        List<Plate> kept = new ArrayList<>();
        for (Plate plate : sorted) {
            if (kept.stream().noneMatch(better -> isSame(better, plate))) {
                kept.add(plate);
            }
        }
        return kept;
    }

    /** The reason of the last stage that dropped a plate. */
    EmptyReason emptyReason(boolean sawNoVehicle) {
        for (EmptyReason late : List.of(
                EmptyReason.FORMAT_MISMATCH,
                EmptyReason.NO_VEHICLE,
                EmptyReason.BELOW_THRESHOLD,
                EmptyReason.TOO_SMALL)) {
            if (reasons.contains(late)) {
                return late;
            }
        }
        return sawNoVehicle ? EmptyReason.NO_VEHICLE : EmptyReason.NO_PLATE;
    }

    private boolean redacts() {
        return options.mode() == RecognitionMode.REDACTION;
    }

    private static boolean isSame(Plate one, Plate other) {
        long shared = one.box().overlap(other.box());
        boolean sameText = one.reading().text().equals(other.reading().text());
        return shared > 0 && (sameText || one.box().overlapOfSmaller(other.box()) > SAME_PLACE);
    }

    private static double worth(Plate plate) {
        return plate.detectionScore() * plate.reading().score();
    }
}
