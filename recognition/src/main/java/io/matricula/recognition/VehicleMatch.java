package io.matricula.recognition;

import io.matricula.recognition.geometry.Box;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Gives each plate the vehicle that carries it; a vehicle carries one plate. Where several vehicles fit, the tightest wins, for the larger one
 * stands behind, unless that leaves another plate without any: as many plates as possible get a vehicle (Kuhn's augmenting paths).
 */
final class VehicleMatch {
    /** Share of a plate that lies within its vehicle at least. */
    private static final double LEAST_INSIDE = 0.6;

    private static final int NONE = -1;

    private final List<Box> plates;
    private final List<Vehicle> vehicles;
    /** The plate of each vehicle. */
    private final int[] carried;

    private VehicleMatch(List<Box> plates, List<Vehicle> vehicles) {
        this.plates = plates;
        this.vehicles = vehicles;
        carried = new int[vehicles.size()];
        Arrays.fill(carried, NONE);
    }

    /** For each plate its vehicle or null; the first plates choose first. */
    static List<@Nullable Vehicle> match(List<Box> plates, List<Vehicle> vehicles) {
        VehicleMatch match = new VehicleMatch(plates, vehicles);
        for (int plate = 0; plate < plates.size(); plate++) {
            match.place(plate, new boolean[vehicles.size()]);
        }
        @Nullable Vehicle[] matched = new Vehicle[plates.size()];
        for (int vehicle = 0; vehicle < vehicles.size(); vehicle++) {
            if (match.carried[vehicle] != NONE) {
                matched[match.carried[vehicle]] = vehicles.get(vehicle);
            }
        }
        return Arrays.asList(matched);
    }

    /** Finds a vehicle for the plate, if need be by moving plates that have one. */
    private boolean place(int plate, boolean[] tried) {
        for (int vehicle : candidates(plates.get(plate))) {
            if (!tried[vehicle]) {
                tried[vehicle] = true;
                if (carried[vehicle] == NONE || place(carried[vehicle], tried)) {
                    carried[vehicle] = plate;
                    return true;
                }
            }
        }
        return false;
    }

    private int[] candidates(Box plate) {
        return IntStream.range(0, vehicles.size())
                .filter(at -> inside(plate, vehicles.get(at).box()) >= LEAST_INSIDE)
                .boxed()
                .sorted(Comparator.comparingLong(at -> vehicles.get(at).box().area()))
                .mapToInt(Integer::intValue)
                .toArray();
    }

    private static double inside(Box plate, Box vehicle) {
        return plate.overlap(vehicle) / (double) Math.max(1, plate.area());
    }
}
