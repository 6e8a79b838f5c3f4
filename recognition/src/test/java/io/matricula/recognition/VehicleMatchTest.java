package io.matricula.recognition;

import static org.assertj.core.api.Assertions.assertThat;

import io.matricula.recognition.geometry.Box;
import java.util.List;
import org.junit.jupiter.api.Test;

class VehicleMatchTest {
    private static final Box PLATE = new Box(100, 100, 160, 120);
    private static final Vehicle CAR = vehicle(new Box(50, 20, 250, 150));
    private static final Vehicle BUS = vehicle(new Box(0, 0, 900, 600));

    @Test
    void match_severalAround_takesTheTightest() {
        assertThat(VehicleMatch.match(List.of(PLATE), List.of(BUS, CAR))).containsExactly(CAR);
    }

    @Test
    void match_plateBesideAllVehicles_hasNone() {
        assertThat(VehicleMatch.match(List.of(new Box(950, 100, 1000, 120)), List.of(BUS, CAR)))
                .containsExactly((Vehicle) null);
    }

    @Test
    void match_twoPlates_getAVehicleEach() {
        Box second = new Box(500, 300, 560, 320);

        assertThat(VehicleMatch.match(List.of(second, PLATE), List.of(CAR, BUS)))
                .containsExactly(BUS, CAR);
        assertThat(VehicleMatch.match(List.of(PLATE, PLATE), List.of(CAR))).containsExactly(CAR, null);
    }

    @Test
    void match_tightestIsTheOnlyOneOfAnother_isLeftToIt() {
        Box other = new Box(60, 100, 100, 120);
        Vehicle narrow = vehicle(new Box(50, 60, 250, 130));
        Vehicle wide = vehicle(new Box(95, 20, 400, 300));

        assertThat(VehicleMatch.match(List.of(PLATE, other), List.of(wide, narrow)))
                .containsExactly(wide, narrow);
    }

    private static Vehicle vehicle(Box box) {
        return new Vehicle(VehicleType.UNKNOWN, 0.9, box, null);
    }
}
