package io.matricula.recognition.region;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class FormatSizesTest {
    private static final List<String> SYMBOLS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"
            .chars()
            .mapToObj(each -> String.valueOf((char) each))
            .toList();

    @Test
    void size_fixedFormat_isTheProductOfItsClasses() {
        double[] sizes = count("[A-Z]{3}[0-9]{4}");
        assertThat(sizes[7]).isEqualTo(26. * 26 * 26 * 10_000);
        assertThat(sizes[6] + sizes[8]).isZero();
    }

    @Test
    void size_overlappingAlternatives_countsEachTextOnce() {
        assertThat(count("[A-C][0-9]|[B-D][0-9]|B1")[2]).isEqualTo(40);
    }

    @Test
    void size_condition_isFulfilled() {
        double[] sizes = count("(?=.*[0-9])[A-Z0-9]{2,3}");
        assertThat(sizes[2]).isEqualTo(36 * 36 - 26 * 26);
        assertThat(sizes[3]).isEqualTo(36 * 36 * 36 - 26 * 26 * 26);
    }

    @Test
    void size_unboundedFormat_endsAtTheLongest() {
        assertThat(count("A*")).hasSize(FormatSizes.LONGEST + 1).containsOnly(1);
    }

    @Test
    void size_symbolWithoutWeight_isLeftOut() {
        double[] weights = {1, 0, 0.5};
        assertThat(new FormatSizes("..", new CharacterIndex(List.of("A", "", "B"))).weighed(weights)[2])
                .isEqualTo(2.25);
    }

    private static double[] count(String format) {
        return new FormatSizes(format, new CharacterIndex(SYMBOLS))
                .weighed(SYMBOLS.stream().mapToDouble(each -> 1).toArray());
    }
}
