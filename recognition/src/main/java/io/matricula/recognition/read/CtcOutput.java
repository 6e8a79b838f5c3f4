package io.matricula.recognition.read;

import java.nio.FloatBuffer;

/**
 * One plate's CTC log-probabilities: a view of {@code steps} rows of {@code symbols} floats that starts at {@code offset} in the reader's output,
 * without a copy. Only absolute reads are made, so several views of one buffer may be read at once.
 *
 * @param values the reader's {@code logprobs}, natural logarithms, each row sums to 1 in probability
 * @param offset index of the first float of this plate
 * @param steps time steps T; the top row of characters comes first, then the bottom row
 * @param symbols classes C, blank included
 */
public record CtcOutput(FloatBuffer values, int offset, int steps, int symbols) {
    public CtcOutput {
        if (offset < 0 || steps < 0 || symbols < 1 || offset + (long) steps * symbols > values.limit()) {
            throw new IllegalArgumentException("%d x %d floats from %d on do not lie in a buffer of %d"
                    .formatted(steps, symbols, offset, values.limit()));
        }
    }

    float logProbability(int step, int symbol) {
        return values.get(offset + step * symbols + symbol);
    }
}
