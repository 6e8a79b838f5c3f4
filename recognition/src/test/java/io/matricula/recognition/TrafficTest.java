package io.matricula.recognition;

import static org.assertj.core.api.Assertions.assertThat;

import io.matricula.recognition.describe.Guess;
import io.matricula.recognition.describe.VehicleDescription;
import io.matricula.recognition.geometry.Box;
import io.matricula.recognition.geometry.Corners;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class TrafficTest {
    private static final Vehicle FAINT = vehicle(0.25, 0);
    private static final Vehicle CARRIER = vehicle(0.3, 300);
    private static final Vehicle CLEAR = vehicle(0.8, 600);
    private static final Plate PLATE = plate(350);
    private static final Plate STRAY = plate(900);

    private final List<Vehicle> asked = new ArrayList<>();
    private final Traffic traffic = Traffic.of(
            List.of(PLATE, STRAY), List.of(CLEAR, CARRIER, FAINT), new PlateFilter(RecognitionOptions.defaults()));

    @Test
    void of_faintVehicle_staysOnlyWithAPlate() {
        assertThat(traffic.vehicles()).containsExactly(CLEAR, CARRIER);
        assertThat(traffic.plates()).extracting(Plate::vehicle).containsExactly(CARRIER, null);
    }

    @Test
    void of_strictVehicle_dropsStrayPlates() {
        RecognitionOptions strict = RecognitionOptions.defaults().withStrictVehicle(true);

        assertThat(Traffic.of(List.of(PLATE, STRAY), List.of(CARRIER), new PlateFilter(strict))
                        .plates())
                .containsExactly(PLATE.withVehicle(CARRIER));
    }

    @Test
    void described_nothingAskedFor_asksNobody() {
        assertThat(traffic.described(VehicleDescriptions.NONE, this::describe)).isEqualTo(traffic);
        assertThat(asked).isEmpty();
    }

    @Test
    void described_ofPlates_describesTheirVehiclesInBothLists() {
        Traffic described = traffic.described(VehicleDescriptions.OF_PLATES, this::describe);

        assertThat(asked).containsExactly(CARRIER);
        Vehicle carrier = described.plates().get(0).vehicle();
        assertThat(carrier).isEqualTo(described(CARRIER));
        assertThat(described.vehicles()).containsExactly(CLEAR, carrier);
        assertThat(described.plates().get(1).vehicle()).isNull();
    }

    @Test
    void described_all_describesEachAsItsOwn() {
        Traffic described = traffic.described(VehicleDescriptions.ALL, this::describe);

        assertThat(described.vehicles()).containsExactly(described(CLEAR), described(CARRIER));
    }

    private List<Vehicle> describe(List<Vehicle> vehicles) {
        asked.addAll(vehicles);
        return vehicles.stream().map(TrafficTest::described).toList();
    }

    private static Vehicle described(Vehicle vehicle) {
        return new Vehicle(
                VehicleType.VAN,
                vehicle.score(),
                vehicle.box(),
                description(vehicle.box().left()));
    }

    private static VehicleDescription description(int left) {
        return new VehicleDescription(List.of(), List.of(new Guess("colour of " + left, 0.9)), List.of());
    }

    private static Vehicle vehicle(double score, int left) {
        return new Vehicle(VehicleType.SUV, score, new Box(left, 0, left + 250, 200), null);
    }

    private static Plate plate(int left) {
        return new Plate(
                new Box(left, 100, left + 60, 120),
                Corners.of(left, 100, left + 60, 120),
                0.9,
                new Reading("A", 0.9, List.of(new Candidate("A", 0.9)), List.of()),
                List.of(),
                null);
    }
}
