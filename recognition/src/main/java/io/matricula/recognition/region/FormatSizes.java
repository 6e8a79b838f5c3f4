package io.matricula.recognition.region;

import io.matricula.recognition.region.FormatAutomaton.State;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** How large a format is: the texts of each length that it has, counted or weighed. */
final class FormatSizes {
    /** Longest text that is counted, in symbols. */
    static final int LONGEST = 12;

    private final FormatAutomaton automaton;

    FormatSizes(String format, CharacterIndex characters) {
        automaton = FormatAutomaton.of(List.of(format), characters);
    }

    /**
     * Sum over the texts with 0, 1 ... {@link #LONGEST} symbols of the product of their symbols' weights.
     *
     * @param weights of the symbols: all 1 counts the texts, and 0 leaves those with a symbol out
     */
    double[] weighed(double[] weights) {
        double[] sizes = new double[LONGEST + 1];
        Map<State, Double> prefixes = Map.of(automaton.start(), 1.0);
        for (int length = 0; length <= LONGEST; length++) {
            for (Map.Entry<State, Double> prefix : prefixes.entrySet()) {
                sizes[length] += prefix.getKey().accepts(0) ? prefix.getValue() : 0;
            }
            prefixes = longer(prefixes, weights);
        }
        return sizes;
    }

    private Map<State, Double> longer(Map<State, Double> prefixes, double[] weights) {
        Map<State, Double> longer = new LinkedHashMap<>();
        BitSet only = automaton.all();
        for (int symbolClass = 0; symbolClass < automaton.classes().size(); symbolClass++) {
            List<Integer> members = automaton.classes().members(symbolClass);
            double weight = members.stream().mapToDouble(each -> weights[each]).sum();
            for (Map.Entry<State, Double> prefix : prefixes.entrySet()) {
                State next = automaton.next(prefix.getKey(), members.get(0));
                if (weight > 0 && next.mayReachAny(only)) {
                    longer.merge(next, prefix.getValue() * weight, Double::sum);
                }
            }
        }
        return longer;
    }
}
