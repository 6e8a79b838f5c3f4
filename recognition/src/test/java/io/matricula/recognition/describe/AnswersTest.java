package io.matricula.recognition.describe;

import static org.assertj.core.api.Assertions.assertThat;

import io.matricula.recognition.bundle.Manifest.AttributesSpec;
import io.matricula.recognition.bundle.Manifest.ModelFile;
import io.matricula.recognition.bundle.Manifest.Thresholds;
import java.util.List;
import org.junit.jupiter.api.Test;

class AnswersTest {
    private final Answers answers = new Answers(new AttributesSpec(
            new ModelFile("none", "none"),
            144,
            208,
            0.04,
            List.of("BMW|M3", "BMW|X5", "Ford|Focus", "Ford|GT"),
            List.of("BMW", "Ford"),
            List.of("Sedan", "SUV", "Van"),
            List.of("black", "silver", "white", "red"),
            List.of("Front", "Rear"),
            0.5,
            0.7,
            new Thresholds(0.6, 0.5, 0.62, 0.4, 0.52)));

    @Test
    void models_bestIsSure_areTheBestThree() {
        assertThat(answers.models(new double[] {0.2, 0.65, 0.05, 0.1}, new double[] {0.85, 0.15}))
                .containsExactly(
                        new ModelGuess("BMW", "X5", 0.65),
                        new ModelGuess("BMW", "M3", 0.2),
                        new ModelGuess("Ford", "GT", 0.1));
    }

    @Test
    void models_onlyTheMakeIsSure_isTheMakeAlone() {
        assertThat(answers.models(new double[] {0.4, 0.45, 0.05, 0.1}, new double[] {0.85, 0.15}))
                .containsExactly(new ModelGuess("BMW", null, 0.85));
    }

    @Test
    void models_nothingIsSure_areNone() {
        assertThat(answers.models(new double[] {0.3, 0.19, 0.31, 0.2}, new double[] {0.49, 0.48}))
                .isEmpty();
    }

    @Test
    void colours_bestBelowItsThreshold_areNone() {
        assertThat(answers.colours(new double[] {0.1, 0.39, 0.3, 0.21})).isEmpty();
        assertThat(answers.colours(new double[] {0.1, 0.4, 0.3, 0.2}))
                .containsExactly(new Guess("silver", 0.4), new Guess("white", 0.3), new Guess("red", 0.2));
    }

    @Test
    void orientations_ofTwo_areBothOrNone() {
        assertThat(answers.orientations(new double[] {0.3, 0.7}))
                .containsExactly(new Guess("Rear", 0.7), new Guess("Front", 0.3));
        assertThat(answers.orientations(new double[] {0.51, 0.49})).isEmpty();
    }

    @Test
    void type_detectorAndCloserLook_areHeardTogether() {
        assertThat(answers.type(List.of(0.6, 0.3, 0.1), new double[] {0.05, 0.9, 0.05}))
                .as("0.3 * sqrt(0.9) outweighs 0.6 * sqrt(0.05)")
                .isEqualTo(1);
        assertThat(answers.type(List.of(0.5, 0.4, 0.1), new double[] {0.4, 0.5, 0.1}))
                .as("too close")
                .isEqualTo(-1);
    }
}
