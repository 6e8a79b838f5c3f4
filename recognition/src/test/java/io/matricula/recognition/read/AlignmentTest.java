package io.matricula.recognition.read;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class AlignmentTest {
    @Test
    void alignment_blanksBetween_findsEachStep() {
        Alignment alignment = align("AB1", "AB1");
        assertThat(alignment.first()).containsExactly(1, 3, 5);
        assertThat(alignment.last()).containsExactly(1, 3, 5);
    }

    @Test
    void alignment_symbolOverSeveralSteps_coversThem() {
        Alignment alignment = align("A{_:.2,A:.8}B", "AB");
        assertThat(alignment.first()).containsExactly(1, 5);
        assertThat(alignment.last()).containsExactly(1, 5);
        alignment = align("{A:.9,_:.1}1", "A1");
        assertThat(alignment.first()).containsExactly(1, 3);
    }

    @Test
    void alignment_doubledSymbol_needsABlankBetween() {
        Alignment alignment = align("AA", "AA");
        assertThat(alignment.first()).containsExactly(1, 3);
    }

    @Test
    void alignment_otherTextThanTheBest_standsWhereItIsLeastUnlikely() {
        Alignment alignment = align("A{0:.9,O:.1}1", "AO1");
        assertThat(alignment.first()).containsExactly(1, 3, 5);
    }

    @Test
    void alignment_emptyText_isEmpty() {
        assertThat(align("A", "").first()).isEmpty();
    }

    private static Alignment align(String sketch, String text) {
        int[] symbols = Arrays.stream(text.isEmpty() ? new String[0] : text.split(""))
                .mapToInt(CtcSketch.ALPHABET::indexOf)
                .toArray();
        return Alignment.of(CtcSketch.of(sketch), CtcSketch.BLANK, symbols);
    }
}
