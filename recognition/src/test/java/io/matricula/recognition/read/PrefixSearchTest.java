package io.matricula.recognition.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import io.matricula.recognition.region.FormatAutomaton;
import java.nio.FloatBuffer;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PrefixSearchTest {
    private static final int BLANK = 0;
    private static final PrefixSearch.Effort EXHAUSTIVE = new PrefixSearch.Effort(4_000, 4, 0, 0);
    private static final PrefixSearch.Effort USUAL = new PrefixSearch.Effort(32, 8, 1e-5, 1e-7);

    @Test
    void search_randomOutputs_findsEveryTextWithTheSumOfItsAlignments() {
        Random random = new Random(11);
        for (int round = 0; round < 300; round++) {
            CtcOutput output = random(random, 1 + random.nextInt(6), 2 + random.nextInt(3), 1 + random.nextInt(6));
            Map<List<Integer>, Double> truth = bruteForce(output);
            PrefixSearch search = new PrefixSearch(output, BLANK, null, EXHAUSTIVE).run();
            assertThat(search.size()).isEqualTo(truth.size());
            for (int place = 0; place < search.size(); place++) {
                assertThat(Math.exp(search.logProbability(place)))
                        .isCloseTo(truth.get(list(search.symbols(place))), within(1e-9));
            }
        }
    }

    @Test
    void search_usualEffort_findsTheBestText() {
        Random random = new Random(12);
        for (int round = 0; round < 300; round++) {
            CtcOutput output = random(random, 7, 4, 5);
            Map.Entry<List<Integer>, Double> best = bruteForce(output).entrySet().stream()
                    .max(Map.Entry.comparingByValue())
                    .orElseThrow();
            PrefixSearch search = new PrefixSearch(output, BLANK, null, USUAL).run();
            assertThat(list(search.symbols(0))).isEqualTo(best.getKey());
            assertThat(Math.exp(search.logProbability(0))).isCloseTo(best.getValue(), withinPercentage(10));
        }
    }

    @Test
    void search_manyUniformSteps_doesNotUnderflow() {
        CtcOutput output = random(new Random(1), 3_000, 40, 0);
        PrefixSearch search = new PrefixSearch(output, BLANK, null, USUAL).run();
        assertThat(search.size()).isEqualTo(32);
        assertThat(search.logProbability(0)).isFinite().isNegative();
    }

    @Test
    void search_noSteps_findsTheEmptyText() {
        PrefixSearch search =
                new PrefixSearch(new CtcOutput(FloatBuffer.allocate(0), 0, 0, 4), BLANK, null, USUAL).run();
        assertThat(search.size()).isEqualTo(1);
        assertThat(search.symbols(0)).isEmpty();
        assertThat(search.logProbability(0)).isZero();
    }

    @Test
    void search_guided_findsTheFittingTextsWithTheirFullProbability() {
        List<String> symbols = List.of("", "A", "1", "B");
        FormatAutomaton automaton = FormatAutomaton.ofRequest(List.of("[AB]1", "B{2}"), symbols);
        Random random = new Random(13);
        for (int round = 0; round < 200; round++) {
            CtcOutput output = random(random, 5, 4, 3);
            Map<List<Integer>, Double> truth = bruteForce(output);
            truth.keySet().retainAll(List.of(List.of(1, 2), List.of(3, 2), List.of(3, 3)));
            FormatGuide guide = new FormatGuide(automaton, automaton.all());
            PrefixSearch search = new PrefixSearch(output, BLANK, guide, EXHAUSTIVE).run();
            Map<List<Integer>, Double> found = new HashMap<>();
            for (int place = 0; place < search.size(); place++) {
                if (search.isAllowed(place)) {
                    found.put(list(search.symbols(place)), Math.exp(search.logProbability(place)));
                }
            }
            assertThat(found).containsOnlyKeys(truth.keySet());
            found.forEach((text, probability) -> assertThat(probability).isCloseTo(truth.get(text), within(1e-9)));
        }
    }

    @Test
    void search_clearPlate_triesFewPrefixes() {
        PrefixSearch search = new PrefixSearch(CtcSketch.of("ABC1{2:.6,Z:.4}34"), CtcSketch.BLANK, null, USUAL).run();
        assertThat(search.expansions()).isLessThan(60);
    }

    @Test
    void search_hopelessPlate_triesBoundedlyMany() {
        int steps = 80;
        PrefixSearch search = new PrefixSearch(random(new Random(2), steps, 37, 0), BLANK, null, USUAL).run();
        assertThat(search.expansions()).isLessThanOrEqualTo(steps * USUAL.width() * USUAL.symbols());
    }

    /** Rows of probabilities; the larger {@code contrast}, the surer the reader. */
    private static CtcOutput random(Random random, int steps, int symbols, double contrast) {
        FloatBuffer values = FloatBuffer.allocate(steps * symbols);
        for (int step = 0; step < steps; step++) {
            double[] weights = random.doubles(symbols)
                    .map(each -> Math.exp(contrast * each * each))
                    .toArray();
            double sum = Arrays.stream(weights).sum();
            Arrays.stream(weights).forEach(weight -> values.put((float) Math.log(weight / sum)));
        }
        return new CtcOutput(values.flip(), 0, steps, symbols);
    }

    private static Map<List<Integer>, Double> bruteForce(CtcOutput output) {
        Map<List<Integer>, Double> texts = new HashMap<>();
        int paths = (int) Math.pow(output.symbols(), output.steps());
        for (int path = 0; path < paths; path++) {
            double probability = 1;
            List<Integer> text = new java.util.ArrayList<>();
            int last = BLANK;
            for (int step = 0, rest = path; step < output.steps(); step++, rest /= output.symbols()) {
                int symbol = rest % output.symbols();
                probability *= Math.exp(output.logProbability(step, symbol));
                if (symbol != BLANK && symbol != last) {
                    text.add(symbol);
                }
                last = symbol;
            }
            texts.merge(text, probability, Double::sum);
        }
        return texts;
    }

    private static List<Integer> list(int[] symbols) {
        return Arrays.stream(symbols).boxed().toList();
    }
}
