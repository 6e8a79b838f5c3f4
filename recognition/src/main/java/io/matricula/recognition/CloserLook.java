package io.matricula.recognition;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Chooses the vehicles that get a closer look for their type alone: those of the answer whose type the detector leaves in doubt. Who asks for
 * descriptions has all of them looked at anyway, and fast mode does without.
 */
final class CloserLook {
    /** In one picture, so that vehicles cost about as much in a car park as in a street. */
    private static final int MOST = 2;

    private CloserLook() {}

    /** Vehicles that carry a plate come before others, larger ones before smaller ones. */
    static List<Vehicle> chosen(Traffic traffic, RecognitionOptions options, Predicate<Vehicle> doubtful) {
        Set<Vehicle> carriers = traffic.carriers();
        return answered(traffic, options, carriers).stream()
                .filter(doubtful)
                .sorted(Comparator.comparing((Vehicle vehicle) -> !carriers.contains(vehicle))
                        .thenComparing(vehicle -> -vehicle.box().area()))
                .limit(MOST)
                .toList();
    }

    private static Collection<Vehicle> answered(Traffic traffic, RecognitionOptions options, Set<Vehicle> carriers) {
        if (options.mode() == RecognitionMode.FAST) {
            return List.of();
        }
        return switch (options.vehicleDescriptions()) {
            case NONE -> carriers;
            case TYPES -> traffic.vehicles();
            case OF_PLATES, ALL -> List.of();
        };
    }
}
