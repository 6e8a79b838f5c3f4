package io.matricula.recognition.read;

import java.util.Arrays;

/**
 * Where each symbol of a text stands in the CTC output: the likeliest alignment (Viterbi over blank, symbol, blank, symbol ... blank).
 *
 * @param first first step of each symbol
 * @param last last step of each symbol, included
 */
record Alignment(int[] first, int[] last) {

    static Alignment of(CtcOutput output, int blank, int[] text) {
        int states = 2 * text.length + 1;
        byte[][] moves = new byte[output.steps()][states];
        double[] before = new double[states];
        double[] now = new double[states];
        for (int step = 0; step < output.steps(); step++) {
            for (int state = 0; state < states; state++) {
                int move = step == 0 ? 0 : bestMove(before, state, text);
                double arrival = step == 0 ? (state < 2 ? 0 : Double.NEGATIVE_INFINITY) : before[state - move];
                moves[step][state] = (byte) move;
                now[state] = arrival + output.logProbability(step, state % 2 == 0 ? blank : text[state / 2]);
            }
            double[] swapped = before;
            before = now;
            now = swapped;
        }
        return traceBack(moves, text.length, before);
    }

    /** How many states back the best way into {@code state} comes from: 0, 1, or 2 where no blank is needed between two symbols. */
    private static int bestMove(double[] before, int state, int[] text) {
        int move = 0;
        if (state > 0 && before[state - 1] > before[state]) {
            move = 1;
        }
        boolean skips = state > 2 && state % 2 == 1 && text[state / 2] != text[state / 2 - 1];
        return skips && before[state - 2] > before[state - move] ? 2 : move;
    }

    private static Alignment traceBack(byte[][] moves, int length, double[] end) {
        int[] first = new int[length];
        int[] last = new int[length];
        Arrays.fill(last, -1);
        int state = length > 0 && end[2 * length - 1] > end[2 * length] ? 2 * length - 1 : 2 * length;
        for (int step = moves.length - 1; step >= 0; state -= moves[step--][state]) {
            if (state % 2 == 1) {
                first[state / 2] = step;
                last[state / 2] = Math.max(last[state / 2], step);
            }
        }
        return new Alignment(first, last);
    }
}
