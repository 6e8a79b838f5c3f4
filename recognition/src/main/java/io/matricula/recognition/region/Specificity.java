package io.matricula.recognition.region;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;

/**
 * How much a format says of a text: how many times denser texts are in it than on plates at large. A format of three letters and four digits is dense,
 * one of any seven symbols is not.
 */
final class Specificity {
    /** What plates at large consist of: digits, Latin letters, symbols of other scripts, and what is no symbol. */
    private static final double[] USUAL = {0.5, 0.45, 0.05, 0};

    private static final int DIGIT = 0;

    private final List<String> symbols;
    private final CharacterIndex characters;
    private final double lengthPower;
    private final double[] once;
    private final double[] usual;

    Specificity(List<String> symbols, double lengthPower) {
        this.symbols = symbols;
        characters = new CharacterIndex(symbols);
        this.lengthPower = lengthPower;
        once = symbols.stream().mapToDouble(each -> each.isEmpty() ? 0 : 1).toArray();
        int[] kinds = symbols.stream().mapToInt(Specificity::kind).toArray();
        usual = Arrays.stream(kinds)
                .mapToDouble(kind -> USUAL[kind]
                        / Arrays.stream(kinds).filter(each -> each == kind).count())
                .toArray();
    }

    /** Symbols that are digits. */
    BitSet digits() {
        BitSet digits = new BitSet();
        IntStream.range(0, symbols.size())
                .filter(symbol -> kind(symbols.get(symbol)) == DIGIT)
                .forEach(digits::set);
        return digits;
    }

    /** By length: 1 over the share that the pattern has of all texts, times the share of this length among the pattern's own. */
    double[] of(String pattern) {
        FormatSizes sizes = new FormatSizes(pattern, characters);
        double[] counts = sizes.weighed(once);
        double[] shares = sizes.weighed(usual);
        double[] result = new double[counts.length];
        double sum = 0;
        for (int length = 0; length < counts.length; length++) {
            if (counts[length] > 0) {
                double common = Math.pow(counts[length], lengthPower);
                sum += common;
                result[length] = common / shares[length];
            }
        }
        for (int length = 0; length < counts.length; length++) {
            result[length] /= sum;
        }
        return result;
    }

    /** Place in {@link #USUAL}. */
    private static int kind(String symbol) {
        char first = symbol.isEmpty() ? 0 : symbol.charAt(0);
        if (first >= 'A' && first <= 'Z') {
            return 1;
        }
        return first == 0 ? 3 : Character.isDigit(first) ? DIGIT : 2;
    }
}
