package io.matricula.recognition.region;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.stream.IntStream;

/** Where a plate may be from before its text is read: by how common regions are, what the plate looks like, and what the request says. Immutable. */
final class RegionPrior {
    /** A class of the region head that is less likely than this is left out. */
    private static final double FAINT = 1e-4;

    private final List<Region> regions;
    private final FormatTuning tuning;
    private final int[] countryOf;
    private final double[] common;
    private final int[][] classMembers;

    RegionPrior(List<Region> regions, List<String> regionClasses, FormatTuning tuning) {
        this.regions = regions;
        this.tuning = tuning;
        countryOf = regions.stream().mapToInt(this::countryOf).toArray();
        common = commonness();
        classMembers = regionClasses.stream()
                .map(each -> RegionGroups.members(each, regions))
                .toArray(int[][]::new);
    }

    /** Index of the country that a state belongs to, or of the country itself. */
    int country(int region) {
        return countryOf[region];
    }

    /** Indices of these regions and their states. */
    int[] within(Collection<Region> wanted) {
        return IntStream.range(0, regions.size())
                .filter(index ->
                        wanted.stream().anyMatch(each -> regions.get(index).isWithin(each.code())))
                .toArray();
    }

    /** Probability of each region. */
    double[] probabilities(float[] classLogProbabilities, Collection<Region> hinted, double hintTrust) {
        double[] probabilities = seen(classLogProbabilities);
        if (!hinted.isEmpty()) {
            favour(within(hinted), hintTrust, probabilities);
        }
        return probabilities;
    }

    private double[] seen(float[] logProbabilities) {
        double[] classes = new double[logProbabilities.length];
        double sum = 0;
        for (int each = 0; each < classes.length; each++) {
            classes[each] = Math.exp(tuning.visualPower() * logProbabilities[each]);
            sum += classes[each];
        }
        double trust = sum > 0 ? tuning.visualTrust() : 0;
        double[] result = Arrays.stream(common).map(each -> (1 - trust) * each).toArray();
        for (int each = 0; each < classes.length; each++) {
            if (classes[each] > FAINT * sum) {
                spread(trust * classes[each] / sum, classMembers[each], common, result);
            }
        }
        return result;
    }

    private static void favour(int[] hinted, double trust, double[] probabilities) {
        double[] before = probabilities.clone();
        for (int region = 0; region < probabilities.length; region++) {
            probabilities[region] *= 1 - trust;
        }
        spread(trust, hinted, before, probabilities);
    }

    /** Adds {@code mass} to the members, in proportion to their {@code shares}. */
    private static void spread(double mass, int[] members, double[] shares, double[] result) {
        double whole = 0;
        for (int member : members) {
            whole += shares[member];
        }
        for (int member : members) {
            result[member] += mass * shares[member] / whole;
        }
    }

    private int countryOf(Region region) {
        String code = region.parent() == null ? region.code() : region.parent();
        return IntStream.range(0, regions.size())
                .filter(at -> regions.get(at).code().equals(code))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no region " + code));
    }

    /** Probability of each region by the number of vehicles. A country with states leaves half of its own to them. */
    private double[] commonness() {
        double[] result = new double[regions.size()];
        for (int at = 0; at < result.length; at++) {
            if (countryOf[at] == at) {
                result[at] = Math.pow(regions.get(at).vehicles(), tuning.commonness());
                shareWithStates(at, result);
            }
        }
        double sum = Arrays.stream(result).sum();
        return Arrays.stream(result).map(each -> each / sum).toArray();
    }

    private void shareWithStates(int country, double[] result) {
        int[] states = IntStream.range(0, regions.size())
                .filter(at -> at != country && countryOf[at] == country)
                .toArray();
        if (states.length > 0) {
            double[] vehicles = regions.stream().mapToDouble(Region::vehicles).toArray();
            result[country] /= 2;
            spread(result[country], states, vehicles, result);
        }
    }
}
