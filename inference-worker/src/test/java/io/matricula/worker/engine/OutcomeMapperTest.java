package io.matricula.worker.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.matricula.contract.Candidate;
import io.matricula.contract.ColorGuess;
import io.matricula.contract.ModelMake;
import io.matricula.contract.OrientationGuess;
import io.matricula.contract.PlateProps;
import io.matricula.contract.PlateResult;
import io.matricula.contract.PropGuess;
import io.matricula.contract.RecognitionOutcome;
import io.matricula.contract.RecognitionRequest;
import io.matricula.contract.RegionGuess;
import io.matricula.contract.Sighting;
import io.matricula.contract.VehicleGuess;
import io.matricula.contract.VehicleProps;
import io.matricula.recognition.EmptyReason;
import io.matricula.recognition.Plate;
import io.matricula.recognition.PlateCharacter;
import io.matricula.recognition.Reading;
import io.matricula.recognition.Recognition;
import io.matricula.recognition.RegionCandidate;
import io.matricula.recognition.Timings;
import io.matricula.recognition.Vehicle;
import io.matricula.recognition.VehicleType;
import io.matricula.recognition.describe.Guess;
import io.matricula.recognition.describe.ModelGuess;
import io.matricula.recognition.describe.VehicleDescription;
import io.matricula.recognition.geometry.Box;
import io.matricula.recognition.geometry.Corners;
import io.matricula.recognition.geometry.Point;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class OutcomeMapperTest {
    private static final Box BOX = new Box(1, 2, 30, 40);
    private static final Vehicle CAR = new Vehicle(
            VehicleType.SUV,
            0.8,
            BOX,
            new VehicleDescription(
                    List.of(new ModelGuess("BMW", "X5", 0.7005), new ModelGuess("BMW", null, 0.2)),
                    List.of(new Guess("silver", 0.8)),
                    List.of()));
    private static final Corners CORNERS =
            new Corners(new Point(1.04f, 2), new Point(30, 2), new Point(30, 40), new Point(-1.25f, 40));

    @Test
    void plate_withAllThatIsKnown_isSaidInWordsOfTheWire() {
        PlateResult result = map(
                new Plate(
                        BOX,
                        CORNERS,
                        0.98765,
                        new Reading(
                                "AB12",
                                0.91249,
                                List.of(new io.matricula.recognition.Candidate("AB12", 0.91249)),
                                List.of(new PlateCharacter("A", 0.99951, BOX))),
                        List.of(new RegionCandidate("us-ca", 0.5)),
                        new Vehicle(VehicleType.PICKUP_TRUCK, 0.7777, BOX, null)),
                true);
        assertThat(result.plate()).isEqualTo("ab12");
        assertThat(result.box()).isEqualTo(new io.matricula.contract.Box(1, 2, 30, 40));
        assertThat(result.score()).isEqualTo(0.912);
        assertThat(result.dscore()).isEqualTo(0.988);
        assertThat(result.candidates()).containsExactly(new Candidate(0.912, "ab12"));
        assertThat(result.region()).isEqualTo(new RegionGuess("us-ca", 0.5));
        assertThat(result.vehicle()).isEqualTo(new VehicleGuess(0.778, "Pickup Truck", result.box()));
        assertThat(result.corners()).hasSize(4);
        assertThat(result.characters())
                .singleElement()
                .matches(symbol -> symbol.symbol().equals("A") && symbol.score() == 1);
    }

    @Test
    void plate_ofWhichNothingIsKnown_stillHasEveryField() {
        PlateResult result =
                map(new Plate(BOX, CORNERS, 0.3, new Reading("", 0, List.of(), List.of()), List.of(), null), false);
        assertThat(result.plate()).isEmpty();
        assertThat(result.candidates()).containsExactly(new Candidate(0, ""));
        assertThat(result.region()).isEqualTo(RegionGuess.UNKNOWN);
        assertThat(result.vehicle()).isEqualTo(VehicleGuess.NONE);
        assertThat(result.corners()).isNull();
        assertThat(result.characters()).isNull();
    }

    @Test
    void emptyReasons_allHaveTheirNameOnTheWire() {
        for (EmptyReason reason : EmptyReason.values()) {
            RecognitionOutcome outcome = OutcomeMapper.outcome(
                    new Recognition(640, 480, List.of(), List.of(), reason, timings(), List.of("xx")),
                    asked(true, false, false));
            assertThat(outcome.emptyReason()).hasToString(reason.name());
            assertThat(outcome.unknownRegions()).containsExactly("xx");
            assertThat(outcome.milliseconds()).containsEntry("total", 6.0).hasSize(7);
        }
    }

    @Test
    void mmc_ofADescribedVehicle_isSaidInWordsOfTheWire() {
        PlateResult result = described(CAR);

        assertThat(result.modelMake())
                .containsExactly(new ModelMake("BMW", "X5", 0.701), new ModelMake("BMW", "Unknown", 0.2));
        assertThat(result.color()).containsExactly(new ColorGuess("silver", 0.8));
        assertThat(result.orientation()).isEqualTo(OrientationGuess.UNKNOWN);
        assertThat(map(plate(CAR), true).modelMake()).isNull();
    }

    @Test
    void mmc_withoutAVehicle_isUnknown() {
        PlateResult result = described(null);

        assertThat(result.modelMake()).containsExactly(new ModelMake("generic", "Unknown", 0));
        assertThat(result.color()).containsExactly(new ColorGuess("unknown", 0));
        assertThat(result.orientation()).containsExactly(new OrientationGuess("Unknown", 0));
    }

    @Test
    void vehicles_withAndWithoutPlates_arePaired() {
        Vehicle alone = new Vehicle(VehicleType.BUS, 0.5, BOX, null);
        var found = new Recognition(
                640, 480, List.of(plate(CAR), plate(null)), List.of(alone, CAR), null, timings(), List.of());

        RecognitionOutcome outcome = OutcomeMapper.outcome(found, asked(false, true, false));

        assertThat(outcome.results()).isEmpty();
        assertThat(outcome.sightings()).hasSize(3);
        Sighting first = outcome.sightings().get(0);
        assertThat(first.plate().props())
                .isEqualTo(new PlateProps(
                        List.of(new PropGuess("ab12", 0.9)),
                        List.of(new PropGuess("fr", 0.6), new PropGuess("de", 0.3), new PropGuess("es", 0.1))));
        assertThat(first.vehicle().type()).isEqualTo("SUV");
        assertThat(first.vehicle().props()).isEqualTo(VehicleProps.NONE);
        assertThat(outcome.sightings().get(1).vehicle()).isNull();
        assertThat(outcome.sightings().get(2).plate()).isNull();
        assertThat(outcome.sightings().get(2).vehicle().type()).isEqualTo("Bus");
    }

    @Test
    void vehicles_withMmc_haveProps() {
        var found = new Recognition(640, 480, List.of(), List.of(CAR), EmptyReason.NO_PLATE, timings(), List.of());

        VehicleProps props = OutcomeMapper.outcome(found, asked(false, true, true))
                .sightings()
                .get(0)
                .vehicle()
                .props();

        assertThat(props.makeModel().get(0)).isEqualTo(new ModelMake("BMW", "X5", 0.701));
        assertThat(props.orientation()).containsExactly(new PropGuess("Unknown", 0));
        assertThat(props.color()).containsExactly(new PropGuess("silver", 0.8));
    }

    private static PlateResult described(@Nullable Vehicle vehicle) {
        var found = new Recognition(640, 480, List.of(plate(vehicle)), List.of(), null, timings(), List.of());
        return OutcomeMapper.outcome(found, asked(false, false, true)).results().get(0);
    }

    private static Plate plate(@Nullable Vehicle vehicle) {
        return new Plate(
                BOX,
                CORNERS,
                0.9,
                new Reading("AB12", 0.9, List.of(new io.matricula.recognition.Candidate("AB12", 0.9)), List.of()),
                List.of(
                        new RegionCandidate("fr", 0.6),
                        new RegionCandidate("de", 0.3),
                        new RegionCandidate("es", 0.1),
                        new RegionCandidate("it", 0.05)),
                vehicle);
    }

    private static RecognitionRequest asked(boolean detail, boolean vehicles, boolean mmc) {
        return new RecognitionRequest(
                List.of(), false, 0.2, 0.6, RecognitionRequest.Mode.NORMAL, List.of(), false, vehicles, mmc, detail);
    }

    private static PlateResult map(Plate plate, boolean detail) {
        var found = new Recognition(640, 480, List.of(plate), List.of(), null, timings(), List.of());
        return OutcomeMapper.outcome(found, asked(detail, false, false))
                .results()
                .get(0);
    }

    private static Timings timings() {
        return new Timings(1_000_000, 2_000_000, 0, 0, 0, 0, 6_000_000);
    }
}
