package io.matricula.recognition.read;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * CTC prefix beam search (Graves 2006, chapter 7.5; Hannun et al. 2014): finds the texts with the largest probability summed over all their
 * alignments. Probabilities are plain doubles that are scaled in each step, so that a step hardly allocates. One search decodes one plate on one
 * thread.
 */
final class PrefixSearch {
    /**
     * @param width prefixes kept after each step
     * @param symbols symbols tried in a step, the likeliest
     * @param symbolFloor probability from which on a symbol is tried
     * @param relativeFloor share of the best prefix's probability from which on a prefix is kept
     */
    record Effort(int width, int symbols, double symbolFloor, double relativeFloor) {}

    /** A step in which blank is likelier than this can only end a symbol: nothing else is tried. */
    private static final double CERTAIN_BLANK = 0.9999;

    private final CtcOutput output;
    private final int blankSymbol;
    private final Effort effort;
    private final PrefixTree tree;

    private double[] endsInBlank = new double[256];
    private double[] endsInSymbol = new double[256];
    private double[] nextInBlank = new double[256];
    private double[] nextInSymbol = new double[256];
    private boolean[] reached = new boolean[256];

    private final int[] beam;
    private int beamSize;
    private int[] frontier = new int[256];
    private int frontierSize;
    private double logScale;

    private final double[] row;
    private final int[] tried;
    private int triedSize;
    private int expansions;

    /** @param guide what texts may be formed; null = any */
    PrefixSearch(CtcOutput output, int blankSymbol, @Nullable FormatGuide guide, Effort effort) {
        this.output = output;
        this.blankSymbol = blankSymbol;
        tree = new PrefixTree(guide);
        this.effort = effort;
        beam = new int[effort.width()];
        row = new double[output.symbols()];
        tried = new int[effort.symbols()];
        endsInBlank[PrefixTree.ROOT] = 1;
        beam[0] = PrefixTree.ROOT;
        beamSize = 1;
    }

    /** Runs over all steps. */
    PrefixSearch run() {
        for (int step = 0; step < output.steps(); step++) {
            readRow(step);
            if (row[blankSymbol] > CERTAIN_BLANK) {
                closeSymbols();
            } else {
                extend();
                prune();
            }
        }
        return this;
    }

    /** Number of texts found, 0 if the output is no probabilities at all; they are numbered from 0, best first. */
    int size() {
        return beamSize;
    }

    /** Natural logarithm of the probability of a text, summed over the alignments that survived pruning. */
    double logProbability(int place) {
        return Math.log(total(beam[place])) + logScale;
    }

    /** Whether the guide accepts a text as a whole. */
    boolean isAllowed(int place) {
        return tree.isAllowed(beam[place]);
    }

    int[] symbols(int place) {
        return tree.symbols(beam[place]);
    }

    /** Prefixes that were tried so far: the measure of the work done. */
    int expansions() {
        return expansions;
    }

    private void readRow(int step) {
        triedSize = 0;
        double floor = Math.log(effort.symbolFloor());
        for (int each = 0; each < row.length; each++) {
            double logProbability = output.logProbability(step, each);
            // Not a number, too, is taken for impossible.
            row[each] = logProbability >= floor ? Math.exp(logProbability) : 0;
            if (each != blankSymbol && row[each] > 0) {
                keepTried(each);
            }
        }
    }

    private void keepTried(int candidate) {
        int at = triedSize;
        if (at == tried.length) {
            if (row[tried[at - 1]] >= row[candidate]) {
                return;
            }
            at--;
        } else {
            triedSize++;
        }
        for (; at > 0 && row[tried[at - 1]] < row[candidate]; at--) {
            tried[at] = tried[at - 1];
        }
        tried[at] = candidate;
    }

    private void closeSymbols() {
        for (int place = 0; place < beamSize; place++) {
            int node = beam[place];
            endsInBlank[node] = total(node) * row[blankSymbol];
            endsInSymbol[node] = 0;
        }
    }

    private void extend() {
        frontierSize = 0;
        double floor = total(beam[0]) * effort.relativeFloor();
        for (int place = 0; place < beamSize; place++) {
            int node = beam[place];
            double total = total(node);
            int last = tree.lastSymbol(node);
            double repeated = last < 0 ? 0 : endsInSymbol[node] * row[last];
            reach(node, total * row[blankSymbol], repeated);
            for (int each = 0; each < triedSize; each++) {
                int added = tried[each];
                double gain = (added == last ? endsInBlank[node] : total) * row[added];
                if (gain > floor) {
                    extend(node, added, gain);
                }
            }
        }
    }

    private void extend(int node, int added, double gain) {
        expansions++;
        int child = tree.child(node, added);
        if (tree.mayGoOn(child)) {
            reach(child, 0, gain);
        }
    }

    private void reach(int node, double inBlank, double inSymbol) {
        if (node >= reached.length) {
            grow(tree.capacity());
        }
        if (!reached[node]) {
            reached[node] = true;
            if (frontierSize == frontier.length) {
                frontier = Arrays.copyOf(frontier, 2 * frontierSize);
            }
            frontier[frontierSize++] = node;
        }
        nextInBlank[node] += inBlank;
        nextInSymbol[node] += inSymbol;
    }

    /** Takes the best prefixes of the frontier as the new beam, best first, and scales the best one to 1. */
    private void prune() {
        for (int place = 0; place < beamSize; place++) {
            endsInBlank[beam[place]] = 0;
            endsInSymbol[beam[place]] = 0;
        }
        beamSize = 0;
        for (int place = 0; place < frontierSize; place++) {
            int node = frontier[place];
            endsInBlank[node] = nextInBlank[node];
            endsInSymbol[node] = nextInSymbol[node];
            nextInBlank[node] = 0;
            nextInSymbol[node] = 0;
            reached[node] = false;
            keep(node);
        }
        scale();
    }

    private void keep(int node) {
        int at = beamSize;
        if (at == beam.length) {
            int worst = beam[at - 1];
            if (total(worst) >= total(node)) {
                forget(node);
                return;
            }
            forget(worst);
            at--;
        } else {
            beamSize++;
        }
        double total = total(node);
        for (; at > 0 && total(beam[at - 1]) < total; at--) {
            beam[at] = beam[at - 1];
        }
        beam[at] = node;
    }

    private void forget(int node) {
        endsInBlank[node] = 0;
        endsInSymbol[node] = 0;
    }

    private void scale() {
        double best = total(beam[0]);
        if (best <= 0) {
            beamSize = 0;
            return;
        }
        while (beamSize > 1 && total(beam[beamSize - 1]) < best * effort.relativeFloor()) {
            forget(beam[--beamSize]);
        }
        for (int place = 0; place < beamSize; place++) {
            endsInBlank[beam[place]] /= best;
            endsInSymbol[beam[place]] /= best;
        }
        logScale += Math.log(best);
    }

    private double total(int node) {
        return endsInBlank[node] + endsInSymbol[node];
    }

    private void grow(int capacity) {
        endsInBlank = Arrays.copyOf(endsInBlank, capacity);
        endsInSymbol = Arrays.copyOf(endsInSymbol, capacity);
        nextInBlank = Arrays.copyOf(nextInBlank, capacity);
        nextInSymbol = Arrays.copyOf(nextInSymbol, capacity);
        reached = Arrays.copyOf(reached, capacity);
    }
}
