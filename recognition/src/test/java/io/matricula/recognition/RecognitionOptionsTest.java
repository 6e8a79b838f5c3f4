package io.matricula.recognition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RecognitionOptionsTest {
    @Test
    void defaults_areThoseOfTheService() {
        assertThat(RecognitionOptions.defaults())
                .isEqualTo(new RecognitionOptions(
                        List.of(),
                        false,
                        0.2,
                        0.6,
                        RecognitionMode.NORMAL,
                        List.of(),
                        false,
                        VehicleDescriptions.NONE));
    }

    @Test
    void with_everyPart_changesOnlyIt() {
        RecognitionOptions changed = RecognitionOptions.defaults()
                .withRegions(List.of("fr"), true)
                .withThresholds(0.3, 0.4)
                .withMode(RecognitionMode.FAST)
                .withTextFormats(List.of("[0-9]+"))
                .withStrictVehicle(true)
                .withVehicleDescriptions(VehicleDescriptions.ALL);

        assertThat(changed)
                .isEqualTo(new RecognitionOptions(
                        List.of("fr"),
                        true,
                        0.3,
                        0.4,
                        RecognitionMode.FAST,
                        List.of("[0-9]+"),
                        true,
                        VehicleDescriptions.ALL));
    }

    @ParameterizedTest
    @ValueSource(doubles = {-0.1, 1.1, Double.NaN})
    void with_thresholdOutside_isRefused(double score) {
        assertThatThrownBy(() -> RecognitionOptions.defaults().withThresholds(score, 0.6))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("detectionThreshold");
        assertThatThrownBy(() -> RecognitionOptions.defaults().withThresholds(0.2, score))
                .hasMessageContaining("readingThreshold");
    }
}
