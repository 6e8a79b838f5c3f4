package io.matricula.worker.engine;

import io.matricula.contract.Box;
import io.matricula.contract.Candidate;
import io.matricula.contract.CharacterGuess;
import io.matricula.contract.Corner;
import io.matricula.contract.EmptyReason;
import io.matricula.contract.PlateResult;
import io.matricula.contract.RecognitionOutcome;
import io.matricula.contract.RecognitionRequest;
import io.matricula.contract.RegionGuess;
import io.matricula.contract.VehicleGuess;
import io.matricula.recognition.Plate;
import io.matricula.recognition.PlateCharacter;
import io.matricula.recognition.Reading;
import io.matricula.recognition.Recognition;
import io.matricula.recognition.RegionCandidate;
import io.matricula.recognition.Timings;
import io.matricula.recognition.Vehicle;
import io.matricula.recognition.VehicleType;
import io.matricula.recognition.geometry.Corners;
import io.matricula.recognition.geometry.Point;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Says in the words of the wire what recognition found. Scores have three decimals, as the cloud's. */
final class OutcomeMapper {
    private OutcomeMapper() {}

    static RecognitionOutcome outcome(Recognition found, RecognitionRequest asked) {
        return new RecognitionOutcome(
                found.width(),
                found.height(),
                asked.vehicles()
                        ? List.of()
                        : found.plates().stream()
                                .map(plate -> result(plate, asked))
                                .toList(),
                asked.vehicles() ? SightingMapper.sightings(found, asked.mmc()) : List.of(),
                reason(found.emptyReason()),
                found.unknownRegions(),
                milliseconds(found.timings()));
    }

    private static PlateResult result(Plate plate, RecognitionRequest asked) {
        Reading reading = plate.reading();
        boolean detail = asked.detail();
        DescriptionMapper mmc = DescriptionMapper.of(plate.vehicle());
        return new PlateResult(
                box(plate.box()),
                wireText(reading.text()),
                region(plate.regions()),
                vehicle(plate.vehicle()),
                rounded(reading.score()),
                candidates(reading),
                rounded(plate.detectionScore()),
                asked.mmc() ? mmc.modelMake() : null,
                asked.mmc() ? mmc.color() : null,
                asked.mmc() ? mmc.orientation() : null,
                detail ? corners(plate.corners()) : null,
                detail
                        ? reading.characters().stream()
                                .map(OutcomeMapper::character)
                                .toList()
                        : null);
    }

    /** Never empty: clients index the first candidate even of a plate that could not be read. */
    static List<Candidate> candidates(Reading reading) {
        return reading.candidates().isEmpty()
                ? List.of(new Candidate(rounded(reading.score()), wireText(reading.text())))
                : reading.candidates().stream()
                        .map(candidate -> new Candidate(rounded(candidate.score()), wireText(candidate.text())))
                        .toList();
    }

    // Snapshot: plates are lower case; watch lists of clients compare them so.
    private static String wireText(String text) {
        return text.toLowerCase(Locale.ROOT);
    }

    private static RegionGuess region(List<RegionCandidate> regions) {
        return regions.isEmpty()
                ? RegionGuess.UNKNOWN
                : new RegionGuess(regions.get(0).code(), rounded(regions.get(0).score()));
    }

    private static VehicleGuess vehicle(@Nullable Vehicle vehicle) {
        return vehicle == null
                ? VehicleGuess.NONE
                : new VehicleGuess(rounded(vehicle.score()), type(vehicle.type()), box(vehicle.box()));
    }

    static String type(VehicleType type) {
        return switch (type) {
            case BIG_TRUCK -> "Big Truck";
            case BUS -> "Bus";
            case MOTORCYCLE -> "Motorcycle";
            case PICKUP_TRUCK -> "Pickup Truck";
            case SEDAN -> "Sedan";
            case SUV -> "SUV";
            case VAN -> "Van";
            case UNKNOWN -> "Unknown";
        };
    }

    static Box box(io.matricula.recognition.geometry.Box box) {
        return new Box(box.left(), box.top(), box.right(), box.bottom());
    }

    private static List<Corner> corners(Corners corners) {
        return Stream.of(corners.topLeft(), corners.topRight(), corners.bottomRight(), corners.bottomLeft())
                .map(OutcomeMapper::corner)
                .toList();
    }

    private static Corner corner(Point point) {
        return new Corner(Math.round(point.x() * 10) / 10.0, Math.round(point.y() * 10) / 10.0);
    }

    private static CharacterGuess character(PlateCharacter character) {
        return new CharacterGuess(character.symbol(), rounded(character.score()), box(character.box()));
    }

    private static @Nullable EmptyReason reason(io.matricula.recognition.@Nullable EmptyReason reason) {
        return reason == null ? null : EmptyReason.valueOf(reason.name());
    }

    private static Map<String, Double> milliseconds(Timings timings) {
        var stages = new LinkedHashMap<String, Double>();
        stages.put("decode", timings.decode() / 1e6);
        stages.put("detect", timings.detect() / 1e6);
        stages.put("rectify", timings.rectify() / 1e6);
        stages.put("read", timings.read() / 1e6);
        stages.put("vehicles", timings.vehicles() / 1e6);
        stages.put("describe", timings.describe() / 1e6);
        stages.put("total", timings.total() / 1e6);
        return stages;
    }

    static double rounded(double score) {
        return Math.round(score * 1000) / 1000.0;
    }
}
