package io.matricula.recognition.detect;

import static org.assertj.core.api.Assertions.assertThat;

import io.matricula.recognition.geometry.Box;
import java.util.List;
import org.junit.jupiter.api.Test;

class SuppressionTest {
    private static final VehicleDetection BEST = vehicle(0.9, new Box(0, 0, 100, 40));

    @Test
    void keep_overlappingBoxes_keepsTheBest() {
        VehicleDetection shifted = vehicle(0.8, new Box(10, 0, 110, 40));
        VehicleDetection apart = vehicle(0.3, new Box(200, 0, 300, 40));

        assertThat(new Suppression(0.4, 1).keep(List.of(apart, shifted, BEST))).containsExactly(BEST, apart);
    }

    @Test
    void keep_boxInside_goesOnlyWhereThingsContainNoOthers() {
        VehicleDetection inside = vehicle(0.5, new Box(10, 10, 30, 20));

        assertThat(new Suppression(0.4, 0.8).keep(List.of(BEST, inside))).containsExactly(BEST);
        assertThat(new Suppression(0.4, 1).keep(List.of(BEST, inside))).containsExactly(BEST, inside);
    }

    private static VehicleDetection vehicle(double score, Box box) {
        return new VehicleDetection(score, box, 0, java.util.List.of());
    }
}
