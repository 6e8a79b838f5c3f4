package io.matricula.recognition.region;

import java.util.BitSet;

/**
 * How owners choose the texts of their plates: words and names, so mostly letters, with few changes between letters and digits. A Markov chain over
 * the two kinds, compared with plates at large, where both are as frequent.
 */
final class ChosenTexts {
    private static final double LETTER_FIRST = 0.85;
    private static final double LETTER_AFTER_LETTER = 0.93;
    private static final double LETTER_AFTER_DIGIT = 0.5;
    private static final double ANYWHERE = 0.5;

    private final BitSet digits;

    /** @param digits symbols that are digits; all others count as letters */
    ChosenTexts(BitSet digits) {
        this.digits = digits;
    }

    /** How many times denser this text is among chosen ones than anywhere. */
    double density(int[] text) {
        double density = 1;
        for (int at = 0; at < text.length; at++) {
            double letter =
                    at == 0 ? LETTER_FIRST : digits.get(text[at - 1]) ? LETTER_AFTER_DIGIT : LETTER_AFTER_LETTER;
            density *= (digits.get(text[at]) ? 1 - letter : letter) / ANYWHERE;
        }
        return density;
    }
}
