package io.matricula.recognition;

import static org.assertj.core.api.Assertions.assertThat;

import io.matricula.recognition.geometry.Box;
import io.matricula.recognition.geometry.Corners;
import java.util.List;
import org.junit.jupiter.api.Test;

class PlateFilterTest {
    private static final RecognitionOptions OPTIONS = RecognitionOptions.defaults();
    private static final Box BOX = new Box(0, 0, 100, 30);

    @Test
    void keepsDetection_belowThreshold_saysSo() {
        PlateFilter filter = new PlateFilter(OPTIONS);

        assertThat(filter.keepsDetection(0.2, BOX)).isTrue();
        assertThat(filter.keepsDetection(0.19, BOX)).isFalse();
        assertThat(filter.emptyReason(false)).isEqualTo(EmptyReason.BELOW_THRESHOLD);
    }

    @Test
    void keepsDetection_tooSmall_saysSoExceptForRedaction() {
        PlateFilter filter = new PlateFilter(OPTIONS);
        Box tiny = new Box(10, 10, 18, 13);

        assertThat(filter.keepsDetection(0.9, tiny)).isFalse();
        assertThat(filter.emptyReason(false)).isEqualTo(EmptyReason.TOO_SMALL);
        assertThat(new PlateFilter(OPTIONS.withMode(RecognitionMode.REDACTION)).keepsDetection(0.1, tiny))
                .isTrue();
    }

    @Test
    void keepsReading_thresholdAndFormat_areTold() {
        PlateFilter filter = new PlateFilter(OPTIONS);

        assertThat(filter.keepsReading(reading("AB1", 0.6), true)).isTrue();
        assertThat(filter.keepsReading(reading("AB1", 0.59), true)).isFalse();
        assertThat(filter.emptyReason(false)).isEqualTo(EmptyReason.BELOW_THRESHOLD);
        assertThat(filter.keepsReading(reading("AB1", 0.9), false)).isFalse();
        assertThat(filter.emptyReason(false)).isEqualTo(EmptyReason.FORMAT_MISMATCH);
    }

    @Test
    void keepsReading_emptyText_isKeptOnlyForRedaction() {
        RecognitionOptions all = OPTIONS.withThresholds(0, 0);

        assertThat(new PlateFilter(all).keepsReading(reading("", 0), true)).isFalse();
        assertThat(new PlateFilter(all.withMode(RecognitionMode.REDACTION)).keepsReading(reading("", 0), true))
                .isTrue();
    }

    @Test
    void distinct_samePlace_keepsTheBestDetectedAndRead() {
        Plate detectedBetter = plate("A81", 0.9, 0.3, BOX);
        Plate readBetter = plate("AB1", 0.6, 0.95, new Box(5, 0, 90, 30));

        assertThat(new PlateFilter(OPTIONS).distinct(List.of(detectedBetter, readBetter)))
                .containsExactly(readBetter);
    }

    @Test
    void distinct_sameTextElsewhere_keepsBoth() {
        Plate near = plate("AB1", 0.9, 0.9, BOX);
        Plate touching = plate("AB1", 0.8, 0.9, new Box(90, 0, 190, 30));
        Plate far = plate("AB1", 0.7, 0.9, new Box(500, 0, 600, 30));

        assertThat(new PlateFilter(OPTIONS).distinct(List.of(far, touching, near)))
                .containsExactly(near, far);
    }

    @Test
    void emptyReason_nothingSeen_dependsOnVehicles() {
        assertThat(new PlateFilter(OPTIONS).emptyReason(false)).isEqualTo(EmptyReason.NO_PLATE);
        assertThat(new PlateFilter(OPTIONS).emptyReason(true)).isEqualTo(EmptyReason.NO_VEHICLE);
    }

    @Test
    void keepsVehicle_strict_dropsPlatesWithoutOne() {
        PlateFilter strict = new PlateFilter(OPTIONS.withStrictVehicle(true));

        assertThat(new PlateFilter(OPTIONS).keepsVehicle(null)).isTrue();
        assertThat(strict.keepsVehicle(null)).isFalse();
        assertThat(strict.emptyReason(false)).isEqualTo(EmptyReason.NO_VEHICLE);
    }

    private static Plate plate(String text, double detection, double reading, Box box) {
        return new Plate(
                box,
                Corners.of(box.left(), box.top(), box.right(), box.bottom()),
                detection,
                reading(text, reading),
                List.of(),
                null);
    }

    private static Reading reading(String text, double score) {
        return new Reading(text, score, List.of(), List.of());
    }
}
