package io.matricula.recognition;

import io.matricula.recognition.geometry.Box;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Gives each plate the vehicle that carries it; a vehicle carries one plate. */
final class VehicleMatch {
    /** Share of a plate that lies within its vehicle at least. */
    private static final double LEAST_INSIDE = 0.6;

    private VehicleMatch() {}

    /** For each plate its vehicle or null. Where several fit, the tightest vehicle wins: the larger one stands behind. */
    static List<@Nullable Vehicle> match(List<Box> plates, List<Vehicle> vehicles) {
        List<Pair> pairs = new ArrayList<>();
        for (int plate = 0; plate < plates.size(); plate++) {
            for (Vehicle vehicle : vehicles) {
                double inside = inside(plates.get(plate), vehicle.box());
                if (inside >= LEAST_INSIDE) {
                    pairs.add(new Pair(plate, vehicle, inside));
                }
            }
        }
        pairs.sort(Comparator.comparingDouble(Pair::inside)
                .reversed()
                .thenComparingLong(pair -> pair.vehicle.box().area()));
        return assign(pairs, plates.size());
    }

    private static List<@Nullable Vehicle> assign(List<Pair> pairs, int plates) {
        List<@Nullable Vehicle> matched = new ArrayList<>(java.util.Collections.nCopies(plates, null));
        Set<Vehicle> taken = new HashSet<>();
        for (Pair pair : pairs) {
            if (matched.get(pair.plate) == null && taken.add(pair.vehicle)) {
                matched.set(pair.plate, pair.vehicle);
            }
        }
        return matched;
    }

    private static double inside(Box plate, Box vehicle) {
        return plate.overlap(vehicle) / (double) Math.max(1, plate.area());
    }

    private record Pair(int plate, Vehicle vehicle, double inside) {}
}
