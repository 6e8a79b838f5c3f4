package io.matricula.recognition;

import static org.assertj.core.api.Assertions.assertThat;

import io.matricula.recognition.geometry.Box;
import io.matricula.recognition.geometry.Corners;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CloserLookTest {
    private static final Vehicle SMALL_CARRIER = vehicle(0, 100);
    private static final Vehicle CARRIER = vehicle(200, 150);
    private static final Vehicle LARGE = vehicle(400, 300);
    private static final Vehicle HUGE = vehicle(800, 500);
    private static final RecognitionOptions OPTIONS = RecognitionOptions.defaults();

    private final Traffic traffic = traffic(SMALL_CARRIER);

    @Test
    void chosen_ofPlates_areTheirDoubtfulVehicles() {
        assertThat(CloserLook.chosen(traffic, OPTIONS, vehicle -> true)).containsExactly(SMALL_CARRIER);
        assertThat(CloserLook.chosen(traffic, OPTIONS, vehicle -> false)).isEmpty();
    }

    @Test
    void chosen_ofAllVehicles_areCarriersAndThenTheLargest() {
        RecognitionOptions all = OPTIONS.withVehicleDescriptions(VehicleDescriptions.TYPES);

        assertThat(CloserLook.chosen(traffic, all, vehicle -> true)).containsExactly(SMALL_CARRIER, HUGE);
        assertThat(CloserLook.chosen(traffic, all, LARGE::equals)).containsExactly(LARGE);
    }

    @Test
    void chosen_manyPlates_areTheLargerOfTheirVehicles() {
        Traffic three = traffic(SMALL_CARRIER, LARGE, CARRIER);

        assertThat(CloserLook.chosen(three, OPTIONS, vehicle -> true)).containsExactly(LARGE, CARRIER);
    }

    @ParameterizedTest
    @EnumSource(names = {"OF_PLATES", "ALL"})
    void chosen_descriptionsAskedFor_areNone(VehicleDescriptions wanted) {
        assertThat(CloserLook.chosen(traffic, OPTIONS.withVehicleDescriptions(wanted), vehicle -> true))
                .as("the same run tells their types")
                .isEmpty();
    }

    @Test
    void chosen_fastMode_areNone() {
        assertThat(CloserLook.chosen(traffic, OPTIONS.withMode(RecognitionMode.FAST), vehicle -> true))
                .isEmpty();
        assertThat(CloserLook.chosen(traffic, OPTIONS.withMode(RecognitionMode.REDACTION), vehicle -> true))
                .containsExactly(SMALL_CARRIER);
    }

    private static Traffic traffic(Vehicle... carriers) {
        List<Plate> plates = new ArrayList<>();
        for (Vehicle carrier : carriers) {
            Box box = carrier.box();
            plates.add(new Plate(
                    box,
                    Corners.of(box.left(), box.top(), box.right(), box.bottom()),
                    0.9,
                    new Reading("A", 0.9, List.of(new Candidate("A", 0.9)), List.of()),
                    List.of(),
                    carrier));
        }
        return new Traffic(plates, List.of(SMALL_CARRIER, LARGE, HUGE, CARRIER));
    }

    private static Vehicle vehicle(int left, int side) {
        return new Vehicle(VehicleType.SUV, 0.8, new Box(left, 0, left + side, side), null);
    }
}
