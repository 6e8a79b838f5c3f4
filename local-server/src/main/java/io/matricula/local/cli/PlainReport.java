package io.matricula.local.cli;

import io.matricula.recognition.EmptyReason;
import io.matricula.recognition.Plate;
import io.matricula.recognition.Recognition;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** One line a plate for people: file, text, score, region. */
final class PlainReport implements Report {
    private final PrintStream out;

    PlainReport(PrintStream out) {
        this.out = out;
    }

    @Override
    public void read(Path file, Recognition recognition) {
        if (recognition.plates().isEmpty()) {
            out.println(file + "  no plate: " + explain(recognition.emptyReason()));
        }
        for (Plate plate : recognition.plates()) {
            out.println(file + "  " + describe(plate));
        }
    }

    /** Nothing: the error stream has the line already, and this one is for plates. */
    @Override
    public void unreadable(Path file, String why) {}

    private static String describe(Plate plate) {
        String text = plate.reading().text();
        String region = plate.regions().stream()
                .limit(1)
                .map(best -> "  " + best.code())
                .collect(Collectors.joining());
        String vehicle = VehicleWords.of(plate.vehicle()).sentence();
        String read = text.isEmpty()
                ? "a plate that can't be read"
                : String.format(
                        Locale.ROOT, "%s  %.2f%s", text, shown(plate.reading().score()), region);
        return vehicle.isEmpty() ? read : read + "  " + vehicle;
    }

    /** Rounded down, so that only certainty shows as 1.00. */
    private static double shown(double score) {
        return Math.floor(100 * score) / 100;
    }

    static String explain(@Nullable EmptyReason reason) {
        if (reason == null) {
            return "none found";
        }
        return switch (reason) {
            case NO_VEHICLE -> "no vehicle found";
            case NO_PLATE -> "nothing looks like one";
            case TOO_SMALL -> "too small to be read";
            case BELOW_THRESHOLD -> "too uncertain";
            case FORMAT_MISMATCH -> "none in a format that was asked for";
        };
    }
}
