package io.matricula.recognition.region;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How likely a text is on a plate, by what is known of the world's formats: a mixture over regions, each a mixture of its formats, each as dense as it
 * is specific, plus texts without a format. Compiled for one reader's symbols; immutable but for caches, for any number of threads.
 */
public final class FormatPrior {
    private final List<Region> regions;
    private final FormatTuning tuning;
    private final RegionPrior regionPrior;
    private final FormatAutomaton automaton;
    private final ChosenTexts chosen;

    /** By pattern and length. Patterns are numbered as in the automaton; several regions may share one. */
    private final double[][] specificity;

    /** By region: its patterns, and their shares, which add up to 1. */
    private final int[][] patternsOf;

    private final double[][] sharesOf;

    /**
     * @param symbols the reader's symbols in the order of its classes, the blank as an empty string
     * @param regionClasses codes of the region head in its order
     */
    public FormatPrior(RegionFormats formats, List<String> symbols, List<String> regionClasses, FormatTuning tuning) {
        this.regions = List.copyOf(formats.all());
        this.tuning = tuning;
        regionPrior = new RegionPrior(regions, regionClasses, tuning);
        Map<String, Integer> patterns = new LinkedHashMap<>();
        regions.forEach(
                region -> region.formats().forEach(format -> patterns.putIfAbsent(format.pattern(), patterns.size())));
        automaton = FormatAutomaton.of(List.copyOf(patterns.keySet()), new CharacterIndex(symbols));
        Specificity measure = new Specificity(symbols, tuning.lengthPower());
        chosen = new ChosenTexts(measure.digits());
        specificity = patterns.keySet().stream().map(measure::of).toArray(double[][]::new);
        patternsOf = regions.stream()
                .map(region -> formatsOf(region).stream()
                        .mapToInt(format -> patterns.getOrDefault(format.pattern(), -1))
                        .toArray())
                .toArray(int[][]::new);
        sharesOf = regions.stream().map(region -> shares(formatsOf(region))).toArray(double[][]::new);
    }

    /** A state without formats of its own has those of its country. */
    private List<Region.Format> formatsOf(Region region) {
        int at = regions.indexOf(region);
        return region.formats().isEmpty() ? regions.get(regionPrior.country(at)).formats() : region.formats();
    }

    private static double[] shares(List<Region.Format> formats) {
        double sum = formats.stream().mapToDouble(Region.Format::share).sum();
        return formats.stream().mapToDouble(format -> format.share() / sum).toArray();
    }

    /** The automaton of all patterns; its states are what {@link RegionBelief} judges. */
    public FormatAutomaton automaton() {
        return automaton;
    }

    /** The patterns of these regions and their states, as formats of {@link #automaton()}; empty if none are known. */
    public BitSet patternsOf(Collection<Region> wanted) {
        BitSet found = new BitSet();
        for (int region : regionPrior.within(wanted)) {
            Arrays.stream(patternsOf[region]).forEach(found::set);
        }
        return found;
    }

    /**
     * What to believe of the regions of one plate before its text is read.
     *
     * @param regionLogProbabilities of the region head, natural logarithms; may be empty if there is no head
     * @param hinted regions that the request names; empty if none
     */
    public RegionBelief belief(float[] regionLogProbabilities, Collection<Region> hinted, boolean strict) {
        double trust = strict ? tuning.strictTrust() : tuning.hintTrust();
        return new RegionBelief(this, regionPrior.probabilities(regionLogProbabilities, hinted, trust));
    }

    FormatTuning tuning() {
        return tuning;
    }

    ChosenTexts chosen() {
        return chosen;
    }

    Region region(int region) {
        return regions.get(region);
    }

    int country(int region) {
        return regionPrior.country(region);
    }

    int[] patternsOf(int region) {
        return patternsOf[region];
    }

    double[] sharesOf(int region) {
        return sharesOf[region];
    }

    int patterns() {
        return specificity.length;
    }

    /** How many times denser than on plates at large texts of this length are in a pattern; texts beyond all plates' length are in none. */
    double specificity(int pattern, int length) {
        return length <= FormatSizes.LONGEST ? specificity[pattern][length] : 0;
    }
}
