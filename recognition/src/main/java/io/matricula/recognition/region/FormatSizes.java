package io.matricula.recognition.region;

import io.matricula.recognition.region.FormatAutomaton.State;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** How many texts of each length a format has, over the reader's symbols. */
final class FormatSizes {
    /** Longest text that is counted, in symbols. */
    static final int LONGEST = 12;

    private FormatSizes() {}

    /** Number of texts with 0, 1 ... {@link #LONGEST} symbols. A symbol without characters (the blank) is none. */
    static double[] of(String format, List<String> symbols) {
        FormatAutomaton automaton = FormatAutomaton.of(List.of(format), symbols);
        double[] sizes = new double[LONGEST + 1];
        Map<State, Double> prefixes = Map.of(automaton.start(), 1.0);
        for (int length = 0; length <= LONGEST; length++) {
            for (Map.Entry<State, Double> prefix : prefixes.entrySet()) {
                sizes[length] += prefix.getKey().accepts(0) ? prefix.getValue() : 0;
            }
            prefixes = longer(automaton, prefixes, symbols);
        }
        return sizes;
    }

    private static Map<State, Double> longer(
            FormatAutomaton automaton, Map<State, Double> prefixes, List<String> symbols) {
        Map<State, Double> longer = new HashMap<>();
        prefixes.forEach((state, count) -> {
            for (int symbol = 0; symbol < symbols.size(); symbol++) {
                State next = automaton.next(state, symbol);
                if (!symbols.get(symbol).isEmpty() && next.mayReachAny(automaton.all())) {
                    longer.merge(next, count, Double::sum);
                }
            }
        });
        return longer;
    }
}
