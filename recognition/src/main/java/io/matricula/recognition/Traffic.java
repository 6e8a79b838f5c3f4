package io.matricula.recognition;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The plates of a picture, each on its vehicle, and its vehicles.
 *
 * @param vehicles those that carry a plate, and those that are sure enough without one; best first
 */
record Traffic(List<Plate> plates, List<Vehicle> vehicles) {
    /** Least score of a vehicle that no plate speaks for; the detector's own threshold is lower, since a plate does. */
    private static final double SURE_ALONE = 0.35;

    /** Puts plates on vehicles, and drops plates as the filter wants. */
    static Traffic of(List<Plate> plates, List<Vehicle> found, PlateFilter filter) {
        List<@Nullable Vehicle> matched =
                VehicleMatch.match(plates.stream().map(Plate::box).toList(), found);
        List<Plate> kept = new ArrayList<>();
        for (int at = 0; at < plates.size(); at++) {
            if (filter.keepsVehicle(matched.get(at))) {
                kept.add(plates.get(at).withVehicle(matched.get(at)));
            }
        }
        Set<Vehicle> carriers = carriers(kept);
        List<Vehicle> vehicles = found.stream()
                .filter(vehicle -> vehicle.score() >= SURE_ALONE || carriers.contains(vehicle))
                .toList();
        return new Traffic(List.copyOf(kept), vehicles);
    }

    /** The same with descriptions of the vehicles asked for; {@code describer} gets them and answers in their order. */
    Traffic described(VehicleDescriptions wanted, UnaryOperator<List<Vehicle>> describer) {
        return described(chosen(wanted), describer);
    }

    /** The same with descriptions of these of its vehicles. */
    Traffic described(Collection<Vehicle> vehicles, UnaryOperator<List<Vehicle>> describer) {
        if (vehicles.isEmpty()) {
            return this;
        }
        List<Vehicle> chosen = List.copyOf(vehicles);
        List<Vehicle> descriptions = describer.apply(chosen);
        Map<Vehicle, Vehicle> described = new HashMap<>();
        for (int at = 0; at < chosen.size(); at++) {
            described.put(chosen.get(at), descriptions.get(at));
        }
        return replaced(described);
    }

    /** The vehicles that carry a plate. */
    Set<Vehicle> carriers() {
        return carriers(plates);
    }

    private Collection<Vehicle> chosen(VehicleDescriptions wanted) {
        return switch (wanted) {
            case NONE, TYPES -> List.of();
            case OF_PLATES -> carriers();
            case ALL -> vehicles;
        };
    }

    private Traffic replaced(Map<Vehicle, Vehicle> described) {
        return new Traffic(
                plates.stream()
                        .map(plate -> plate.withVehicle(described.get(plate.vehicle())))
                        .toList(),
                vehicles.stream()
                        .map(vehicle -> described.getOrDefault(vehicle, vehicle))
                        .toList());
    }

    private static Set<Vehicle> carriers(List<Plate> plates) {
        return plates.stream()
                .map(Plate::vehicle)
                .filter(Objects::nonNull)
                .collect(Collectors.toCollection(HashSet::new));
    }
}
