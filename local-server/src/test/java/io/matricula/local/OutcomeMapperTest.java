package io.matricula.local;

import static org.assertj.core.api.Assertions.assertThat;

import io.matricula.contract.Candidate;
import io.matricula.contract.PlateResult;
import io.matricula.contract.RecognitionOutcome;
import io.matricula.contract.RegionGuess;
import io.matricula.contract.VehicleGuess;
import io.matricula.recognition.EmptyReason;
import io.matricula.recognition.Plate;
import io.matricula.recognition.PlateCharacter;
import io.matricula.recognition.Reading;
import io.matricula.recognition.Recognition;
import io.matricula.recognition.RegionCandidate;
import io.matricula.recognition.Timings;
import io.matricula.recognition.Vehicle;
import io.matricula.recognition.VehicleType;
import io.matricula.recognition.geometry.Box;
import io.matricula.recognition.geometry.Corners;
import io.matricula.recognition.geometry.Point;
import java.util.List;
import org.junit.jupiter.api.Test;

class OutcomeMapperTest {
    private static final Box BOX = new Box(1, 2, 30, 40);
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
                    new Recognition(640, 480, List.of(), List.of(), reason, timings(), List.of("xx")), true);
            assertThat(outcome.emptyReason()).hasToString(reason.name());
            assertThat(outcome.unknownRegions()).containsExactly("xx");
            assertThat(outcome.milliseconds()).containsEntry("total", 6.0).hasSize(7);
        }
    }

    private static PlateResult map(Plate plate, boolean detail) {
        var found = new Recognition(640, 480, List.of(plate), List.of(), null, timings(), List.of());
        return OutcomeMapper.outcome(found, detail).results().get(0);
    }

    private static Timings timings() {
        return new Timings(1_000_000, 2_000_000, 0, 0, 0, 0, 6_000_000);
    }
}
