package io.matricula.recognition.region;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * How likely a text is on a plate, by what is known of the world's formats: a mixture over regions, each a mixture of its formats, each format as dense
 * as it is specific, plus a background for texts without a format. Compiled for one reader's symbols; immutable but for caches, for any number of threads.
 */
public final class FormatPrior {
    /** A class of the region head that is less likely than this is left out. */
    private static final double FAINT = 1e-4;

    private static final double[] USUAL = {0.5, 0.45, 0.05, 0};

    private final List<Region> regions;
    private final FormatTuning tuning;
    private final FormatAutomaton automaton;
    private final ChosenTexts chosen;

    /** Distinct patterns; several regions may share one. */
    private final List<String> patterns;

    /** By pattern and length: how many times denser than chance the pattern's texts are. */
    private final double[][] specificity;

    /** By region: its patterns and their shares, which add up to 1. */
    private final int[][] patternsOf;

    private final double[][] sharesOf;
    private final int[] countryOf;
    private final double[] common;
    private final int[][] classMembers;

    /**
     * @param symbols the reader's symbols in the order of its classes, the blank as an empty string
     * @param regionClasses codes of the region head in its order
     */
    public FormatPrior(RegionFormats formats, List<String> symbols, List<String> regionClasses, FormatTuning tuning) {
        this.regions = List.copyOf(formats.all());
        this.tuning = tuning;
        Map<String, Integer> numbers = new LinkedHashMap<>();
        regions.forEach(
                region -> region.formats().forEach(format -> numbers.putIfAbsent(format.pattern(), numbers.size())));
        patterns = List.copyOf(numbers.keySet());
        automaton = FormatAutomaton.of(patterns, symbols);
        BitSet digits = new BitSet();
        IntStream.range(0, symbols.size())
                .filter(symbol -> kind(symbols.get(symbol)) == 0)
                .forEach(digits::set);
        chosen = new ChosenTexts(digits);
        double[] once =
                symbols.stream().mapToDouble(each -> each.isEmpty() ? 0 : 1).toArray();
        double[] usual = usual(symbols);
        specificity = patterns.stream()
                .map(pattern ->
                        specificity(FormatSizes.of(pattern, symbols, once), FormatSizes.of(pattern, symbols, usual)))
                .toArray(double[][]::new);
        patternsOf = regions.stream()
                .map(region -> region.formats().stream()
                        .mapToInt(format -> numbers.get(format.pattern()))
                        .toArray())
                .toArray(int[][]::new);
        sharesOf = regions.stream().map(FormatPrior::shares).toArray(double[][]::new);
        countryOf = regions.stream().mapToInt(this::countryOf).toArray();
        common = commonness();
        classMembers = regionClasses.stream()
                .map(each -> RegionGroups.members(each, regions))
                .toArray(int[][]::new);
    }

    /** The automaton of all patterns; its states are what {@link RegionBelief} judges. */
    public FormatAutomaton automaton() {
        return automaton;
    }

    /** The patterns of these regions and their states, as formats of {@link #automaton()}; empty if none are known. */
    public BitSet patternsOf(Collection<Region> wanted) {
        BitSet found = new BitSet();
        for (int region : indices(wanted)) {
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
        double[] probabilities = visual(regionLogProbabilities);
        if (!hinted.isEmpty()) {
            favour(indices(hinted), strict ? tuning.strictTrust() : tuning.hintTrust(), probabilities);
        }
        return new RegionBelief(this, probabilities);
    }

    private double[] visual(float[] logProbabilities) {
        double[] classes = new double[logProbabilities.length];
        for (int each = 0; each < classes.length; each++) {
            classes[each] = Math.exp(tuning.visualPower() * logProbabilities[each]);
        }
        double sum = Arrays.stream(classes).sum();
        double trust = sum > 0 ? tuning.visualTrust() : 0;
        double[] result = Arrays.stream(common).map(each -> (1 - trust) * each).toArray();
        for (int each = 0; each < classes.length; each++) {
            if (classes[each] > FAINT * sum) {
                spread(trust * classes[each] / sum, classMembers[each], result);
            }
        }
        return result;
    }

    /** Adds {@code mass} to the members, each as common as it is. */
    private void spread(double mass, int[] members, double[] result) {
        double whole = 0;
        for (int member : members) {
            whole += common[member];
        }
        for (int member : members) {
            result[member] += mass * common[member] / whole;
        }
    }

    private static void favour(int[] hinted, double trust, double[] probabilities) {
        double inside =
                Arrays.stream(hinted).mapToDouble(each -> probabilities[each]).sum();
        double[] share = Arrays.stream(hinted)
                .mapToDouble(each -> probabilities[each] / inside)
                .toArray();
        for (int region = 0; region < probabilities.length; region++) {
            probabilities[region] *= 1 - trust;
        }
        for (int at = 0; at < hinted.length; at++) {
            probabilities[hinted[at]] += trust * share[at];
        }
    }

    private int[] indices(Collection<Region> wanted) {
        return IntStream.range(0, regions.size())
                .filter(index ->
                        wanted.stream().anyMatch(each -> regions.get(index).isWithin(each.code())))
                .toArray();
    }

    /** How often each symbol stands on plates anywhere: half of all are digits, and most others Latin letters. */
    private double[] usual(List<String> symbols) {
        int[] kinds = symbols.stream().mapToInt(FormatPrior::kind).toArray();
        return Arrays.stream(kinds)
                .mapToDouble(kind -> USUAL[kind]
                        / Arrays.stream(kinds).filter(each -> each == kind).count())
                .toArray();
    }

    /** Place in {@link #USUAL}: digit, Latin letter, another script's, or no symbol at all. */
    private static int kind(String symbol) {
        char first = symbol.isEmpty() ? 0 : symbol.charAt(0);
        if (first >= 'A' && first <= 'Z') {
            return 1;
        }
        return first == 0 ? 3 : Character.isDigit(first) ? 0 : 2;
    }

    /**
     * By length: how many times denser than anywhere texts are in a format, which is 1 over the share that it has of all texts, times the share of this
     * length among the format's own.
     */
    private double[] specificity(double[] counts, double[] shares) {
        double[] result = new double[counts.length];
        double sum = 0;
        for (int length = 0; length < counts.length; length++) {
            if (counts[length] > 0) {
                double common = Math.pow(counts[length], tuning.lengthPower());
                sum += common;
                result[length] = common / shares[length];
            }
        }
        for (int length = 0; length < counts.length; length++) {
            result[length] /= sum;
        }
        return result;
    }

    private static double[] shares(Region region) {
        double sum = region.formats().stream().mapToDouble(Region.Format::share).sum();
        return region.formats().stream()
                .mapToDouble(format -> format.share() / sum)
                .toArray();
    }

    private int countryOf(Region region) {
        String code = region.parent() == null ? region.code() : region.parent();
        return IntStream.range(0, regions.size())
                .filter(at -> regions.get(at).code().equals(code))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no region " + code));
    }

    /** Prior probability of each region. A country with states leaves half of its own to those whose formats are known. */
    private double[] commonness() {
        double[] result = new double[regions.size()];
        for (int at = 0; at < result.length; at++) {
            Region region = regions.get(at);
            if (region.parent() == null) {
                result[at] = Math.pow(region.vehicles(), tuning.commonness());
                shareWithStates(at, result);
            }
        }
        double sum = Arrays.stream(result).sum();
        return Arrays.stream(result).map(each -> each / sum).toArray();
    }

    private void shareWithStates(int country, double[] result) {
        List<Integer> states = new ArrayList<>();
        for (int at = 0; at < regions.size(); at++) {
            if (at != country
                    && countryOf[at] == country
                    && !regions.get(at).formats().isEmpty()) {
                states.add(at);
            }
        }
        double vehicles =
                states.stream().mapToDouble(at -> regions.get(at).vehicles()).sum();
        states.forEach(at -> result[at] = result[country] / 2 * regions.get(at).vehicles() / vehicles);
        if (!states.isEmpty()) {
            result[country] /= 2;
        }
    }

    FormatTuning tuning() {
        return tuning;
    }

    List<Region> regions() {
        return regions;
    }

    /** Index of the country that a state belongs to, or of the country itself. */
    int country(int region) {
        return countryOf[region];
    }

    int[] patternsOf(int region) {
        return patternsOf[region];
    }

    double[] sharesOf(int region) {
        return sharesOf[region];
    }

    int patterns() {
        return patterns.size();
    }

    double specificity(int pattern, int length) {
        return length <= FormatSizes.LONGEST ? specificity[pattern][length] : 0;
    }

    ChosenTexts chosen() {
        return chosen;
    }
}
