package io.matricula.recognition.read;

import io.matricula.recognition.read.Decoded.Candidate;
import io.matricula.recognition.read.Decoded.DecodedCharacter;
import io.matricula.recognition.read.Decoded.Rejection;
import io.matricula.recognition.region.FormatAutomaton;
import io.matricula.recognition.region.FormatAutomaton.State;
import io.matricula.recognition.region.FormatPrior;
import io.matricula.recognition.region.FormatTuning;
import io.matricula.recognition.region.Region;
import io.matricula.recognition.region.RegionBelief;
import io.matricula.recognition.region.RegionFormats;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Turns the reader's CTC output into a text with candidates, using what is known of plate formats. Built once for each model bundle; any number of
 * threads may use one decoder at the same time.
 *
 * <p>The score of a text is its posterior probability: what the reader sees, times how likely such a text is on a plate ({@link FormatPrior}), among the
 * texts found, less the probability of the texts that were not found.
 */
public final class PlateDecoder {
    private static final int MOST_CANDIDATES = 10;
    private static final int MOST_REGIONS = 5;
    private static final double FAINTEST_CANDIDATE = 1e-3;

    /** How many times likelier a text is for fitting a requested text format. */
    private static final double WISH = 200;

    /** A strict request is served with a fitting text only if that is at least so likely beside the likeliest text. */
    private static final double STRICT_SHARE = 0.05;

    private final List<String> alphabet;
    private final int blank;
    private final RegionFormats formats;
    private final FormatPrior prior;
    private final TextSearch search;

    /**
     * @param alphabet symbols of the reader in the order of its classes, blank left out
     * @param blank class of the CTC blank
     * @param regionClasses codes of the reader's region head, in its order; groups such as {@code eu} and {@code unknown} are understood
     */
    public PlateDecoder(List<String> alphabet, int blank, List<String> regionClasses, RegionFormats formats) {
        this(alphabet, blank, regionClasses, formats, FormatTuning.fitted());
    }

    /** The same with other weights of the formats. */
    public PlateDecoder(
            List<String> alphabet, int blank, List<String> regionClasses, RegionFormats formats, FormatTuning tuning) {
        List<String> symbols = new ArrayList<>(alphabet);
        symbols.add(blank, "");
        this.alphabet = List.copyOf(symbols);
        this.blank = blank;
        this.formats = formats;
        this.prior = new FormatPrior(formats, this.alphabet, regionClasses, tuning);
        this.search = new TextSearch(this.alphabet, blank);
    }

    /**
     * Looks up the requested regions and compiles the requested text formats.
     *
     * @throws IllegalArgumentException if a text format is not a regular expression of the supported kind; the message names it
     */
    public DecodingRules rules(DecodingOptions options) {
        List<Region> known = new ArrayList<>();
        List<String> unknown = new ArrayList<>();
        for (String code : options.regions()) {
            Region region = formats.find(code);
            if (region == null) {
                unknown.add(code);
            } else {
                known.add(region);
            }
        }
        return new DecodingRules(known, unknown, options.strictRegion(), regionGuide(known), textGuide(options));
    }

    private @Nullable FormatGuide regionGuide(List<Region> regions) {
        boolean allKnown = regions.stream()
                .noneMatch(region -> prior.patternsOf(List.of(region)).isEmpty());
        return regions.isEmpty() || !allKnown ? null : new FormatGuide(prior.automaton(), prior.patternsOf(regions));
    }

    private @Nullable FormatGuide textGuide(DecodingOptions options) {
        if (options.textFormats().isEmpty()) {
            return null;
        }
        FormatAutomaton automaton = FormatAutomaton.ofRequest(options.textFormats(), alphabet);
        return new FormatGuide(automaton, automaton.all());
    }

    /**
     * Decodes one plate.
     *
     * @param regionLogProbabilities the region head's natural logarithms for this plate, in the order of the region classes
     */
    public Decoded decode(CtcOutput output, float[] regionLogProbabilities, DecodingRules rules) {
        RegionBelief belief = prior.belief(regionLogProbabilities, rules.regions(), rules.strict());
        List<Hypothesis> ranked = ranked(search.find(output, rules), belief, rules);
        List<Hypothesis> fitting = ranked;
        Rejection rejection = null;
        if (rules.strict()) {
            fitting = fitting(ranked, rules);
            if (fitting.isEmpty()) {
                rejection = rejection(ranked, rules);
                fitting = ranked;
            }
        }
        return decoded(output, scored(fitting, ranked), belief, rules, rejection);
    }

    private List<Hypothesis> ranked(Collection<Hypothesis> found, RegionBelief belief, DecodingRules rules) {
        List<Hypothesis> ranked = new ArrayList<>(found.size());
        for (Hypothesis each : found) {
            int[] symbols = each.symbols();
            FormatGuide wish = rules.textFormats();
            double weight = belief.weight(symbols, prior.automaton().after(symbols))
                    * (wish != null && wish.accepts(symbols) ? WISH : 1);
            ranked.add(new Hypothesis(symbols, each.text(), each.probability(), weight));
        }
        ranked.sort(Comparator.comparingDouble(Hypothesis::weighted).reversed().thenComparing(Hypothesis::text));
        return ranked;
    }

    private List<Hypothesis> fitting(List<Hypothesis> ranked, DecodingRules rules) {
        double least = STRICT_SHARE * ranked.get(0).weighted();
        return ranked.stream()
                .filter(each -> fits(each, rules.regionFormats()) && fits(each, rules.textFormats()))
                .filter(each -> each.weighted() >= least)
                .toList();
    }

    private static boolean fits(Hypothesis hypothesis, @Nullable FormatGuide guide) {
        return guide == null || guide.accepts(hypothesis.symbols());
    }

    private static Rejection rejection(List<Hypothesis> ranked, DecodingRules rules) {
        return fits(ranked.get(0), rules.regionFormats()) ? Rejection.TEXT_FORMATS : Rejection.STRICT_REGION;
    }

    /** The best of {@code wanted} with their posterior probability in place of the reader's. */
    private static List<Hypothesis> scored(List<Hypothesis> wanted, List<Hypothesis> all) {
        double found =
                Math.min(1, all.stream().mapToDouble(Hypothesis::probability).sum());
        double sum = all.stream().mapToDouble(Hypothesis::weighted).sum();
        return wanted.stream()
                .limit(MOST_CANDIDATES)
                .map(each -> new Hypothesis(
                        each.symbols(), each.text(), sum > 0 ? each.weighted() / sum * found : 0, each.weight()))
                .toList();
    }

    private Decoded decoded(
            CtcOutput output,
            List<Hypothesis> scored,
            RegionBelief belief,
            DecodingRules rules,
            @Nullable Rejection rejection) {
        Hypothesis best = scored.get(0);
        State end = prior.automaton().after(best.symbols());
        List<Candidate> candidates = scored.stream()
                .filter(each -> each == best
                        || (each.probability() > FAINTEST_CANDIDATE
                                && !each.text().isEmpty()))
                .map(each -> new Candidate(each.text(), each.probability()))
                .toList();
        List<Decoded.Region> regions = belief.regions(best.symbols(), end, MOST_REGIONS).stream()
                .map(region -> new Decoded.Region(region.code(), region.score()))
                .toList();
        return new Decoded(
                best.text(),
                best.probability(),
                best.text().isEmpty() ? List.of() : candidates,
                characters(output, scored),
                regions,
                formatMatched(best, end, belief, rules),
                rejection);
    }

    private static boolean formatMatched(Hypothesis best, State end, RegionBelief belief, DecodingRules rules) {
        boolean asked = rules.regionFormats() != null || rules.textFormats() != null;
        return asked
                ? fits(best, rules.regionFormats()) && fits(best, rules.textFormats())
                : belief.followsFormat(best.symbols(), end);
    }

    private List<DecodedCharacter> characters(CtcOutput output, List<Hypothesis> scored) {
        int[] best = scored.get(0).symbols();
        Alignment alignment = Alignment.of(output, blank, best);
        List<DecodedCharacter> characters = new ArrayList<>(best.length);
        for (int at = 0; at < best.length; at++) {
            characters.add(new DecodedCharacter(
                    alphabet.get(best[at]),
                    agreement(scored, best, at),
                    alignment.first()[at],
                    alignment.last()[at]));
        }
        return characters;
    }

    /** Probability of the candidates that have the same symbol here, counted from the start or from the end of the text. */
    private static double agreement(List<Hypothesis> scored, int[] best, int at) {
        double agreement = 0;
        for (Hypothesis each : scored) {
            int[] other = each.symbols();
            int fromEnd = other.length - (best.length - at);
            boolean agrees =
                    (at < other.length && other[at] == best[at]) || (fromEnd >= 0 && other[fromEnd] == best[at]);
            agreement += agrees ? each.probability() : 0;
        }
        return Math.min(1, agreement);
    }
}
