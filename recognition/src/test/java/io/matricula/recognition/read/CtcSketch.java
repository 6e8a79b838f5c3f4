package io.matricula.recognition.read;

import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * CTC output as a reader would give it for a sketched text: {@code AB{O:.7,0:.3}1} is A, B, a glyph that looks like O and somewhat like 0, and 1. Each
 * glyph takes one step between two blank ones.
 */
final class CtcSketch {
    static final List<String> ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"
            .chars()
            .mapToObj(each -> String.valueOf((char) each))
            .toList();
    static final int BLANK = 36;
    private static final int CLASSES = 37;
    private static final double REST = 1e-7;

    private CtcSketch() {}

    static CtcOutput of(String sketch) {
        List<float[]> rows = new ArrayList<>(List.of(row(Map.of(BLANK, 1.0))));
        for (int at = 0; at < sketch.length(); at++) {
            if (sketch.charAt(at) == '{') {
                int end = sketch.indexOf('}', at);
                rows.add(row(glyph(sketch.substring(at + 1, end))));
                at = end;
            } else {
                rows.add(row(Map.of(ALPHABET.indexOf(sketch.substring(at, at + 1)), 1.0)));
            }
            rows.add(row(Map.of(BLANK, 1.0)));
        }
        FloatBuffer values = FloatBuffer.allocate(rows.size() * CLASSES);
        rows.forEach(values::put);
        return new CtcOutput(values.flip(), 0, rows.size(), CLASSES);
    }

    private static Map<Integer, Double> glyph(String alternatives) {
        return Arrays.stream(alternatives.split(","))
                .map(each -> each.split(":"))
                .collect(java.util.stream.Collectors.toMap(
                        each -> each[0].equals("_") ? BLANK : ALPHABET.indexOf(each[0]),
                        each -> Double.valueOf(each[1])));
    }

    private static float[] row(Map<Integer, Double> probabilities) {
        double sum =
                probabilities.values().stream().mapToDouble(Double::doubleValue).sum() + CLASSES * REST;
        float[] row = new float[CLASSES];
        for (int symbol = 0; symbol < CLASSES; symbol++) {
            row[symbol] = (float) Math.log((probabilities.getOrDefault(symbol, 0.0) + REST) / sum);
        }
        return row;
    }
}
