package io.matricula.recognition.read;

/**
 * A text that the plate may show.
 *
 * @param symbols classes of the reader
 * @param probability by the reader alone
 * @param weight how many times likelier formats and wishes make it
 */
record Hypothesis(int[] symbols, String text, double probability, double weight) {
    double weighted() {
        return probability * weight;
    }
}
