package io.matricula.bench.formats;

import io.matricula.recognition.region.FormatTuning;
import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/** Looks for the weights of the formats with the least loss: one value after the other, over a few choices each, until nothing gets better. */
final class FormatFit {
    private static final double ENOUGH = 1e-4;

    /** A value of the tuning, in the order of its constructor, and what to try for it. The trusts in hints are not fitted: they are promises. */
    private record Choice(String name, int place, List<Double> values) {}

    private static final List<Choice> CHOICES = List.of(
            new Choice("power", 0, List.of(0.35, 0.5, 0.65, 0.8, 0.9, 1.0)),
            new Choice("unknown", 1, List.of(0.01, 0.03, 0.06, 0.1, 0.2)),
            new Choice("chosen", 2, List.of(0.01, 0.03, 0.05, 0.1, 0.2)),
            new Choice("lengthPower", 3, List.of(0.25, 0.5, 0.75)),
            new Choice("commonness", 4, List.of(0.1, 0.3, 0.5, 0.7)),
            new Choice("visualPower", 5, List.of(0.35, 0.5, 0.75, 1.0)),
            new Choice("visualTrust", 6, List.of(0.6, 0.8, 0.9, 0.95, 0.98)));

    private final ToDoubleFunction<FormatTuning> loss;
    private final PrintStream out;

    FormatFit(ToDoubleFunction<FormatTuning> loss, PrintStream out) {
        this.loss = loss;
        this.out = out;
    }

    FormatTuning from(FormatTuning start) {
        double[] best = values(start);
        double least = loss.applyAsDouble(start);
        for (double before = Double.POSITIVE_INFINITY; before - least > ENOUGH; ) {
            before = least;
            for (Choice choice : CHOICES) {
                for (double value : choice.values()) {
                    double[] tried = best.clone();
                    tried[choice.place()] = value;
                    double found = loss.applyAsDouble(tuning(tried));
                    if (found < least) {
                        least = found;
                        best = tried;
                        out.printf(Locale.ROOT, "%-12s %.2f  loss %.4f%n", choice.name(), value, found);
                    }
                }
            }
        }
        return tuning(best);
    }

    private static double[] values(FormatTuning tuning) {
        return new double[] {
            tuning.power(),
            tuning.unknown(),
            tuning.chosen(),
            tuning.lengthPower(),
            tuning.commonness(),
            tuning.visualPower(),
            tuning.visualTrust(),
            tuning.hintTrust(),
            tuning.strictTrust()
        };
    }

    private static FormatTuning tuning(double[] values) {
        return new FormatTuning(
                values[0], values[1], values[2], values[3], values[4], values[5], values[6], values[7], values[8]);
    }
}
