package io.matricula.recognition.detect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScoreScaleTest {
    @ParameterizedTest
    @ValueSource(doubles = {0.05, 0.2, 0.3, 0.9})
    void outward_anyThreshold_becomesTheDefaultAndKeepsTheOrder(double threshold) {
        ScoreScale scale = new ScoreScale(threshold);

        assertThat(scale.outward(0)).isZero();
        assertThat(scale.outward(threshold)).isCloseTo(0.2, within(1e-9));
        assertThat(scale.outward(1)).isCloseTo(1, within(1e-9));
        for (double score = 0.01; score <= 1; score += 0.01) {
            assertThat(scale.outward(score)).isGreaterThan(scale.outward(score - 0.01));
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 1})
    void outward_extremeThreshold_staysWithinBounds(double threshold) {
        assertThat(new ScoreScale(threshold).outward(0.5)).isBetween(0.0, 1.0);
        assertThat(new ScoreScale(threshold).outward(1)).isBetween(0.0, 1.0);
    }
}
