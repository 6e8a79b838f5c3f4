package io.matricula.local.cli;

import io.matricula.recognition.Vehicle;
import io.matricula.recognition.VehicleType;
import io.matricula.recognition.describe.Guess;
import io.matricula.recognition.describe.ModelGuess;
import io.matricula.recognition.describe.VehicleDescription;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The surest words about a vehicle; each is empty where nothing is sure. */
record VehicleWords(String type, String make, String model, String colour, String orientation) {
    private static final VehicleWords NONE = new VehicleWords("", "", "", "", "");

    static VehicleWords of(@Nullable Vehicle vehicle) {
        if (vehicle == null) {
            return NONE;
        }
        VehicleDescription described = vehicle.description();
        VehicleWords seen = described == null ? NONE : of(described);
        return new VehicleWords(type(vehicle.type()), seen.make, seen.model, seen.colour, seen.orientation);
    }

    private static VehicleWords of(VehicleDescription described) {
        ModelGuess best =
                described.models().isEmpty() ? null : described.models().get(0);
        String model = best == null ? null : best.model();
        return new VehicleWords(
                "",
                best == null ? "" : best.make(),
                model == null ? "" : model,
                first(described.colours()),
                first(described.orientations()));
    }

    /** All that is known in the order of speech: {@code silver BMW X5, SUV, rear}. */
    String sentence() {
        List<String> name = new ArrayList<>(List.of(colour, make, model));
        name.removeIf(String::isEmpty);
        List<String> parts =
                new ArrayList<>(List.of(String.join(" ", name), type, orientation.toLowerCase(Locale.ROOT)));
        parts.removeIf(String::isEmpty);
        return String.join(", ", parts);
    }

    private static String first(List<Guess> guesses) {
        return guesses.isEmpty() ? "" : guesses.get(0).name();
    }

    private static String type(VehicleType type) {
        return switch (type) {
            case BIG_TRUCK -> "big truck";
            case BUS -> "bus";
            case MOTORCYCLE -> "motorcycle";
            case PICKUP_TRUCK -> "pickup truck";
            case SEDAN -> "sedan";
            case SUV -> "SUV";
            case VAN -> "van";
            case UNKNOWN -> "";
        };
    }
}
