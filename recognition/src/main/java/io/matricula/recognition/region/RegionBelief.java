package io.matricula.recognition.region;

import io.matricula.recognition.region.FormatAutomaton.State;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** What is believed of the regions of one plate, and so of its text. Immutable. */
public final class RegionBelief {
    /** A region and the probability that the plate is from there. */
    public record Scored(String code, double score) {}

    /** Regions below this are not named. */
    private static final double FAINT = 0.02;

    /** A country below this is too much of a guess to be named first. */
    private static final double GUESS = 0.15;

    /** A state is named instead of its country if it has this share of the country's probability. */
    private static final double STATE_SHARE = 0.6;

    /**
     * What each symbol more takes from a text's evidence. Knowing for one symbol more whether it is a letter or a digit makes any format twice as
     * specific; without this, formats would argue for longer texts, but readers count symbols better than formats do.
     */
    private static final double EACH_SYMBOL = 2;

    private final FormatPrior prior;
    private final double[] probabilities;
    private final double[] densities;

    RegionBelief(FormatPrior prior, double[] probabilities) {
        this.prior = prior;
        this.probabilities = probabilities;
        this.densities = new double[prior.patterns()];
        for (int region = 0; region < probabilities.length; region++) {
            int[] patterns = prior.patternsOf(region);
            double[] shares = prior.sharesOf(region);
            for (int at = 0; at < patterns.length; at++) {
                densities[patterns[at]] += probabilities[region] * shares[at];
            }
        }
    }

    /**
     * How many times likelier a text is than by the reader alone, but for a factor that all texts of a plate share.
     *
     * @param text symbols
     * @param end the state of {@link FormatPrior#automaton()} after them
     */
    public double weight(int[] text, State end) {
        double shorter = Math.pow(EACH_SYMBOL, -text.length * prior.tuning().power());
        return shorter * weight(text, fitting(text, end));
    }

    /** Whether a text is likelier to follow a format than to be chosen freely. */
    public boolean followsFormat(int[] text, State end) {
        return formatted(fitting(text, end)) > free(text);
    }

    private double fitting(int[] text, State end) {
        double fitting = 0;
        BitSet accepted = end.accepted();
        for (int pattern = accepted.nextSetBit(0); pattern >= 0; pattern = accepted.nextSetBit(pattern + 1)) {
            fitting += densities[pattern] * prior.specificity(pattern, text.length);
        }
        return fitting;
    }

    /** Where a plate with this text may be from, best first, never empty: at most {@code most} regions, or {@code unknown}. */
    public List<Scored> regions(int[] text, State end, int most) {
        double[] posterior = posterior(text, end);
        double[] countries = new double[posterior.length];
        for (int region = 0; region < posterior.length; region++) {
            countries[prior.country(region)] += posterior[region];
        }
        List<Scored> scored = IntStream.range(0, countries.length)
                .filter(country -> countries[country] > FAINT)
                .boxed()
                .sorted(Comparator.comparingDouble(country -> -countries[country]))
                .limit(most)
                .map(country -> countryOrState(country, countries[country], posterior))
                .toList();
        double best = Arrays.stream(countries).max().orElse(0);
        return best < GUESS ? List.of(new Scored("unknown", best)) : scored;
    }

    private Scored countryOrState(int country, double score, double[] posterior) {
        int named = country;
        for (int region = 0; region < posterior.length; region++) {
            if (prior.country(region) == country && posterior[region] > STATE_SHARE * score) {
                named = region;
            }
        }
        return new Scored(prior.region(named).code(), named == country ? score : posterior[named]);
    }

    private double[] posterior(int[] text, State end) {
        double[] posterior = new double[probabilities.length];
        double withoutFormat = weight(text, 0);
        double sum = 0;
        for (int region = 0; region < posterior.length; region++) {
            double fitting = fitting(region, text.length, end);
            posterior[region] = probabilities[region] * (fitting > 0 ? weight(text, fitting) : withoutFormat);
            sum += posterior[region];
        }
        for (int region = 0; region < posterior.length; region++) {
            posterior[region] /= sum;
        }
        return posterior;
    }

    private double fitting(int region, int length, State end) {
        int[] patterns = prior.patternsOf(region);
        double fitting = 0;
        for (int at = 0; at < patterns.length; at++) {
            if (end.accepts(patterns[at])) {
                fitting += prior.sharesOf(region)[at] * prior.specificity(patterns[at], length);
            }
        }
        return fitting;
    }

    private double weight(int[] text, double fitting) {
        return Math.pow(free(text) + formatted(fitting), prior.tuning().power());
    }

    private double formatted(double fitting) {
        return (1 - prior.tuning().chosen() - prior.tuning().unknown()) * fitting;
    }

    /** Evidence for a text without a format that we know. */
    private double free(int[] text) {
        FormatTuning tuning = prior.tuning();
        return tuning.unknown() + tuning.chosen() * prior.chosen().density(text);
    }
}
