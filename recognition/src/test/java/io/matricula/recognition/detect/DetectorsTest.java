package io.matricula.recognition.detect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.matricula.recognition.bundle.Manifest.DetectorSpec;
import io.matricula.recognition.bundle.Manifest.LastLook;
import io.matricula.recognition.bundle.Manifest.Looks;
import io.matricula.recognition.bundle.Manifest.ModelFile;
import io.matricula.recognition.bundle.Manifest.VehicleLooks;
import io.matricula.recognition.bundle.Manifest.VehicleSpec;
import io.matricula.recognition.geometry.Box;
import io.matricula.recognition.geometry.Corners;
import io.matricula.recognition.geometry.Point;
import io.matricula.recognition.image.Picture;
import io.matricula.recognition.image.PictureBounds;
import io.matricula.recognition.image.PictureDecoder;
import io.matricula.recognition.image.Pixels;
import io.matricula.recognition.onnx.OnnxModel;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What the detectors make of a network's rows, with networks that always give the same. */
class DetectorsTest {
    private static final ModelFile FILE = new ModelFile("none", "none");
    /** 1280 x 960, so a look of 640 halves it. */
    private final Picture picture = PictureDecoder.open(new PictureBounds(2_000_000, 2000), 2_000_000)
            .view(new Pixels(1280, 960, ByteBuffer.allocateDirect(3 * 1280 * 960)));

    private final Views views = new ViewMemory(Set.of(640, 1280, 1400, 4000)).of(picture);

    @Test
    void find_plate_isMappedBackToThePicture() {
        float[] plate = {0.7f, 100, 200, 180, 230, 101, 202, 179, 200, 180, 228, 102, 230};

        Detection found = plates(List.of(640), 0.9, plate)
                .find(views, List.of(), Effort.NORMAL, 0.1)
                .get(0);

        assertThat(found.box()).isEqualTo(new Box(200, 400, 360, 460));
        assertThat(found.corners())
                .isEqualTo(new Corners(
                        new Point(202, 404), new Point(358, 400), new Point(360, 456), new Point(204, 460)));
        // The threshold 0.4 of the network becomes 0.2, so 0.7 lies half way from there to 1.
        assertThat(found.score()).isCloseTo(0.6, within(1e-6));
    }

    @Test
    void find_plateBeyondTheEdge_isClipped() {
        float[] plate = {0.7f, -20, 450, 60, 500, -20, 450, 60, 450, 60, 500, -20, 500};

        assertThat(plates(List.of(640), 0.9, plate).find(views, List.of(), Effort.NORMAL, 0.1))
                .extracting(Detection::box)
                .containsExactly(new Box(0, 900, 120, 960));
    }

    @Test
    void find_belowTheLeastScore_isNothing() {
        float[] plate = {0.19f, 100, 200, 180, 230, 100, 200, 180, 200, 180, 230, 100, 230};

        assertThat(plates(List.of(640), 0.9, plate).find(views, List.of(), Effort.NORMAL, 0.1))
                .isEmpty();
    }

    @Test
    void find_secondLook_isTakenOnlyInDoubt() {
        // The same rows at another size mean another place: each look that is taken adds a plate.
        float[] plate = {0.7f, 100, 200, 180, 230, 100, 200, 180, 200, 180, 230, 100, 230};

        assertThat(plates(List.of(640, 1280), 0.5, plate).find(views, List.of(), Effort.NORMAL, 0.1))
                .hasSize(1);
        assertThat(plates(List.of(640, 1280), 0.9, plate).find(views, List.of(), Effort.NORMAL, 0.1))
                .hasSize(2);
        assertThat(plates(List.of(640, 1280), 0.5, plate).find(views, List.of(), Effort.THOROUGH, 0.1))
                .hasSize(2);
        assertThat(plates(List.of(640, 1280), 0.9, plate).find(views, List.of(), Effort.FAST, 0.1))
                .hasSize(1);
    }

    @Test
    void find_looksBeyondWhatHelps_areLeftOut() {
        float[] plate = {0.7f, 100, 200, 180, 230, 100, 200, 180, 200, 180, 230, 100, 230};

        assertThat(plates(List.of(1280, 1400), 0.9, plate).find(views, List.of(), Effort.NORMAL, 0.1))
                .as("nearly the same")
                .hasSize(1);
        assertThat(plates(List.of(1280, 4000), 0.9, plate).find(views, List.of(), Effort.NORMAL, 0.1))
                .as("enlarged")
                .hasSize(1);
    }

    @Test
    void find_lastLook_isTakenWhereHardlyAnythingWasFound() {
        float[] faint = {0.45f, 100, 200, 180, 230, 100, 200, 180, 200, 180, 230, 100, 230};
        float[] clear = {0.55f, 300, 200, 380, 230, 300, 200, 380, 200, 380, 230, 300, 230};

        try (PlateDetector detector = withLast(1280, faint)) {
            assertThat(detector.find(views, List.of(), Effort.NORMAL, 0.1)).hasSize(2);
            assertThat(detector.find(views, List.of(), Effort.FAST, 0.1)).hasSize(1);
            assertThat(detector.find(views, List.of(), Effort.THOROUGH, 0.1)).hasSize(1);
        }
        try (PlateDetector detector = withLast(1280, faint, clear)) {
            assertThat(detector.find(views, List.of(), Effort.NORMAL, 0.1)).hasSize(2);
        }
        try (PlateDetector detector = withLast(700, faint)) {
            assertThat(detector.find(views, List.of(), Effort.NORMAL, 0.1))
                    .as("hardly larger than the look before")
                    .hasSize(1);
        }
    }

    @Test
    void find_vehicleWithoutPlate_isLookedAtAlone() {
        VehicleDetection carrier = vehicle(0.9, new Box(150, 300, 450, 500));
        VehicleDetection other = vehicle(0.9, new Box(600, 400, 920, 640));

        try (PlateDetector detector = closer(4, 0.5)) {
            // Beside the carrier's plate the same row of the network again, now from a part that begins at 584, 388 and
            // is 352 wide.
            assertThat(detector.find(views, List.of(carrier, other), Effort.NORMAL, 0.1))
                    .extracting(Detection::box)
                    .containsExactlyInAnyOrder(new Box(200, 400, 360, 460), new Box(694, 608, 782, 641));
            assertThat(detector.find(views, List.of(carrier, other), Effort.FAST, 0.1))
                    .hasSize(1);
        }
    }

    @Test
    void find_whereNoPlateMayBeMissed_looksAtMoreVehiclesAndTakesEveryPlate() {
        VehicleDetection one = vehicle(0.8, new Box(600, 400, 920, 640));
        VehicleDetection other = vehicle(0.8, new Box(600, 100, 860, 300));

        try (PlateDetector detector = closer(1, 0.65)) {
            assertThat(detector.find(views, List.of(one, other), Effort.NORMAL, 0.1))
                    .hasSize(1);
            assertThat(detector.find(views, List.of(one, other), Effort.THOROUGH, 0.1))
                    .hasSize(3);
        }
    }

    @Test
    void find_vehicleThatALookCouldNotShowBetter_isPassedOver() {
        VehicleDetection faint = vehicle(0.2, new Box(600, 400, 920, 640));
        VehicleDetection large = vehicle(0.9, new Box(500, 100, 1270, 900));

        try (PlateDetector detector = closer(4, 0.5)) {
            assertThat(detector.find(views, List.of(faint), Effort.NORMAL, 0.1)).hasSize(1);
            assertThat(detector.find(views, List.of(large), Effort.NORMAL, 0.1)).hasSize(1);
        }
    }

    @Test
    void find_moreVehiclesThanLooks_takesTheLargest() {
        VehicleDetection small = vehicle(0.9, new Box(600, 100, 760, 220));
        VehicleDetection large = vehicle(0.8, new Box(600, 400, 920, 640));

        try (PlateDetector detector = closer(1, 0.5)) {
            assertThat(detector.find(views, List.of(small, large), Effort.NORMAL, 0.1))
                    .extracting(Detection::box)
                    .containsExactlyInAnyOrder(new Box(200, 400, 360, 460), new Box(694, 608, 782, 641));
        }
    }

    @Test
    void find_plateOfAVehicleAlone_needsAHigherScore() {
        VehicleDetection vehicle = vehicle(0.9, new Box(600, 400, 920, 640));

        try (PlateDetector detector = closer(4, 0.65)) {
            assertThat(detector.find(views, List.of(vehicle), Effort.NORMAL, 0.1))
                    .hasSize(1);
        }
    }

    @Test
    void find_plateApartFromAllVehicles_keepsALittleOfItsScore() {
        VehicleDetection elsewhere = vehicle(0.9, new Box(500, 100, 1270, 900));
        VehicleDetection faint = vehicle(0.29, new Box(500, 100, 1270, 900));

        try (PlateDetector detector = closer(4, 0.5)) {
            assertThat(scores(detector, Effort.NORMAL, elsewhere)).containsExactly(0.24);
            assertThat(scores(detector, Effort.FAST, elsewhere)).containsExactly(0.24);
            assertThat(scores(detector, Effort.THOROUGH, elsewhere))
                    .as("no plate may be missed")
                    .containsExactly(0.6);
            assertThat(scores(detector, Effort.NORMAL, faint))
                    .as("hardly a vehicle")
                    .containsExactly(0.6);
            assertThat(detector.find(views, List.of(elsewhere), Effort.FAST, 0.25))
                    .isEmpty();
        }
    }

    @Test
    void find_vehicles_haveTypeOrNone() {
        float[] clear = {0.9f, 10, 20, 200, 150, 0.1f, 0.8f, 0.1f};
        float[] unclear = {0.5f, 300, 20, 400, 150, 0.3f, 0.4f, 0.3f};
        float[] weak = {0.2f, 300, 220, 400, 250, 0.9f, 0.05f, 0.05f};
        VehicleSpec spec = new VehicleSpec(FILE, 640, 0.3, 0.6, 0.5, List.of("Sedan", "Bus", "Van"));

        try (VehicleDetector detector = new VehicleDetector(ConstantNetwork.of(unclear, clear, weak), spec)) {
            assertThat(detector.find(views))
                    .extracting(VehicleDetection::box, VehicleDetection::type)
                    .containsExactly(
                            org.assertj.core.groups.Tuple.tuple(new Box(20, 40, 400, 300), 1),
                            org.assertj.core.groups.Tuple.tuple(new Box(600, 40, 800, 300), -1));
        }
    }

    @Test
    void view_askedForTwice_isMadeOnce() {
        View first = views.at(640);
        views.at(320);

        assertThat(views.at(640)).isSameAs(first);
    }

    @Test
    void view_ofSmallerSize_usesTheMemoryOfTheNext() {
        ByteBuffer bytes = views.at(500).bytes();
        views.close();

        assertThat(bytes.capacity()).isEqualTo(3 * 640 * 640);
        assertThat(views.at(640).bytes()).isSameAs(bytes);
    }

    @Test
    void view_largerThanAllThatWereAnnounced_isRefused() {
        assertThatThrownBy(() -> views.at(4001)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void open_networkOfAnotherShape_isRefused() {
        OnnxModel wrong = ConstantNetwork.of(new float[] {1, 2, 3});

        assertThatThrownBy(() -> plates(wrong, List.of(640), 0.9))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("[1,K,13]");
    }

    private static PlateDetector plates(List<Integer> looks, double sure, float[]... rows) {
        return plates(ConstantNetwork.of(rows), looks, sure);
    }

    private static PlateDetector plates(OnnxModel model, List<Integer> looks, double sure) {
        return new PlateDetector(
                model,
                new DetectorSpec(FILE, 0.4, 0.5, new Looks(looks, looks.subList(0, 1), looks, sure, 1, null, null)));
    }

    /** One usual look at 640 pixels, and vehicles at 320, by a network that sees one plate with a score that is told as 0.6. */
    private static PlateDetector closer(int most, double least) {
        float[] plate = {0.7f, 100, 200, 180, 230, 100, 200, 180, 200, 180, 230, 100, 230};
        List<Integer> usual = List.of(640);
        Looks looks = new Looks(usual, usual, usual, 0.9, 1, null, new VehicleLooks(320, most, 0.3, least));
        return new PlateDetector(ConstantNetwork.of(plate), new DetectorSpec(FILE, 0.4, 0.5, looks));
    }

    private List<Double> scores(PlateDetector detector, Effort effort, VehicleDetection... vehicles) {
        return detector.find(views, List.of(vehicles), effort, 0.1).stream()
                .map(plate -> Math.round(1e6 * plate.score()) / 1e6)
                .toList();
    }

    private static VehicleDetection vehicle(double score, Box box) {
        return new VehicleDetection(score, box, -1, List.of());
    }

    /** One usual look at 640 pixels, and a last one below a score that the network tells as 0.475. */
    private static PlateDetector withLast(int size, float[]... rows) {
        List<Integer> usual = List.of(640);
        Looks looks = new Looks(usual, usual, usual, 0.9, 1, new LastLook(size, 0.3), null);
        return new PlateDetector(ConstantNetwork.of(rows), new DetectorSpec(FILE, 0.4, 0.5, looks));
    }
}
