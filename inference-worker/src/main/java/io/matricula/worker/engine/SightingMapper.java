package io.matricula.worker.engine;

import io.matricula.contract.PlateProps;
import io.matricula.contract.PropGuess;
import io.matricula.contract.RegionGuess;
import io.matricula.contract.SightedPlate;
import io.matricula.contract.SightedVehicle;
import io.matricula.contract.Sighting;
import io.matricula.contract.VehicleProps;
import io.matricula.recognition.Plate;
import io.matricula.recognition.Recognition;
import io.matricula.recognition.RegionCandidate;
import io.matricula.recognition.Vehicle;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Plates and vehicles as version 2 of the answer pairs them. */
final class SightingMapper {
    /** As many values as the wire gives of one property. */
    private static final int MOST = 3;

    private SightingMapper() {}

    /** Plates with or without their vehicles, then vehicles without plates. */
    static List<Sighting> sightings(Recognition found, boolean mmc) {
        List<Sighting> sightings = new ArrayList<>();
        Set<Vehicle> told = new HashSet<>();
        for (Plate plate : found.plates()) {
            sightings.add(new Sighting(plate(plate), vehicle(plate.vehicle(), mmc)));
            if (plate.vehicle() != null) {
                told.add(plate.vehicle());
            }
        }
        found.vehicles().stream()
                .filter(vehicle -> !told.contains(vehicle))
                .forEach(vehicle -> sightings.add(new Sighting(null, vehicle(vehicle, mmc))));
        return List.copyOf(sightings);
    }

    private static SightedPlate plate(Plate plate) {
        List<PropGuess> texts = OutcomeMapper.candidates(plate.reading()).stream()
                .limit(MOST)
                .map(candidate -> new PropGuess(candidate.plate(), candidate.score()))
                .toList();
        return new SightedPlate(
                SightedPlate.TYPE,
                OutcomeMapper.rounded(plate.detectionScore()),
                OutcomeMapper.box(plate.box()),
                new PlateProps(texts, regions(plate.regions())));
    }

    private static List<PropGuess> regions(List<RegionCandidate> regions) {
        return regions.isEmpty()
                ? List.of(new PropGuess(RegionGuess.UNKNOWN.code(), RegionGuess.UNKNOWN.score()))
                : regions.stream()
                        .limit(MOST)
                        .map(region -> new PropGuess(region.code(), OutcomeMapper.rounded(region.score())))
                        .toList();
    }

    private static @Nullable SightedVehicle vehicle(@Nullable Vehicle vehicle, boolean mmc) {
        return vehicle == null
                ? null
                : new SightedVehicle(
                        OutcomeMapper.type(vehicle.type()),
                        OutcomeMapper.rounded(vehicle.score()),
                        OutcomeMapper.box(vehicle.box()),
                        mmc ? DescriptionMapper.of(vehicle).props() : VehicleProps.NONE);
    }
}
