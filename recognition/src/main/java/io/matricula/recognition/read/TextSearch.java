package io.matricula.recognition.read;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Finds the texts that a plate may show: the likeliest by the reader alone, and the likeliest of those that a request asks for. */
final class TextSearch {
    private static final PrefixSearch.Effort FREE = new PrefixSearch.Effort(32, 8, 1e-5, 1e-7);
    private static final PrefixSearch.Effort GUIDED = new PrefixSearch.Effort(24, 12, 1e-6, 1e-8);

    /** If texts that fit are so likely together, a search among the fitting ones can't find a better one. */
    private static final double ENOUGH = 0.5;

    private final List<String> symbols;
    private final int blank;

    /** @param symbols of all classes of the reader; the blank's is empty */
    TextSearch(List<String> symbols, int blank) {
        this.symbols = symbols;
        this.blank = blank;
    }

    /** Each text once, in no order; the empty one if the reader says nothing. */
    Collection<Hypothesis> find(CtcOutput output, DecodingRules rules) {
        Map<String, Hypothesis> found = new HashMap<>();
        collect(new PrefixSearch(output, blank, null, FREE).run(), found);
        findFitting(output, rules.regionFormats(), found);
        findFitting(output, rules.textFormats(), found);
        if (found.isEmpty()) {
            found.put("", new Hypothesis(new int[0], "", 0, 1));
        }
        return found.values();
    }

    private void findFitting(CtcOutput output, @Nullable FormatGuide guide, Map<String, Hypothesis> found) {
        if (guide != null) {
            double fitting = found.values().stream()
                    .filter(each -> guide.accepts(each.symbols()))
                    .mapToDouble(Hypothesis::probability)
                    .sum();
            if (fitting < ENOUGH) {
                collect(new PrefixSearch(output, blank, guide, GUIDED).run(), found);
            }
        }
    }

    private void collect(PrefixSearch search, Map<String, Hypothesis> found) {
        for (int place = 0; place < search.size(); place++) {
            if (search.isAllowed(place)) {
                int[] text = search.symbols(place);
                double probability = Math.exp(search.logProbability(place));
                Hypothesis hypothesis = new Hypothesis(text, text(text), probability, 1);
                found.merge(hypothesis.text(), hypothesis, (a, b) -> a.probability() >= b.probability() ? a : b);
            }
        }
    }

    private String text(int[] classes) {
        StringBuilder text = new StringBuilder();
        for (int each : classes) {
            text.append(symbols.get(each));
        }
        return text.toString();
    }
}
