package io.matricula.recognition;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class ReadingScaleTest {
    private static final Offset<Double> EXACT = Offset.offset(1e-12);

    private final ReadingScale surePlate = ReadingScale.of(0.8);

    @Test
    void score_ofAProbabilityWorthTelling_isTheDefaultThreshold() {
        assertThat(surePlate.score(0.15)).isCloseTo(0.6, EXACT);
        assertThat(surePlate.score(0.149)).isLessThan(0.6);
    }

    @Test
    void score_ofASureReading_isItsProbability() {
        assertThat(surePlate.score(0.9)).isCloseTo(0.9, EXACT);
        assertThat(surePlate.score(0.97)).isEqualTo(0.97);
        assertThat(surePlate.score(1)).isEqualTo(1);
        assertThat(surePlate.score(0)).isZero();
    }

    @Test
    void score_ofTheSameTextInADoubtfulBox_isLower() {
        assertThat(ReadingScale.of(0.35).score(0.5)).isLessThan(0.6).isLessThan(surePlate.score(0.5));
        assertThat(ReadingScale.of(0).score(1)).isZero();
    }

    @Test
    void score_keepsTheOrder() {
        double[] scores = IntStream.rangeClosed(0, 1000)
                .mapToDouble(at -> surePlate.score(at / 1000.0))
                .toArray();
        for (int at = 1; at < scores.length; at++) {
            assertThat(scores[at]).isGreaterThan(scores[at - 1]);
        }
    }
}
