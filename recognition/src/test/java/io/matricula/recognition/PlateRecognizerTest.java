package io.matricula.recognition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.matricula.recognition.bundle.BundleException;
import io.matricula.recognition.geometry.Box;
import io.matricula.recognition.image.PictureException;
import io.matricula.recognition.onnx.Device;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The whole path with the models that are shipped, on pictures that this test draws. */
class PlateRecognizerTest {
    private static final RecognitionOptions OPTIONS = RecognitionOptions.defaults();
    private static final Box PLACE = new Box(300, 360, 500, 403);
    private static final byte[] CAR = new DrawnPicture(800, 600)
            .car(150, 150, 500)
            .plate("HN7432X", 300, 360, 200)
            .encode("png");

    private static PlateRecognizer recognizer;

    @BeforeAll
    static void open() {
        recognizer = PlateRecognizer.open(RecognizerConfig.defaults());
    }

    @AfterAll
    static void close() {
        recognizer.close();
    }

    @ParameterizedTest
    @EnumSource(RecognitionMode.class)
    void recognize_drawnCar_readsItsPlate(RecognitionMode mode) throws Exception {
        Recognition recognition = recognizer.recognize(CAR, OPTIONS.withMode(mode));

        Plate plate = recognition.plates().get(0);
        assertThat(plate.reading().text()).isEqualTo("HN7432X");
        assertThat(plate.box().overlapOfSmaller(PLACE)).isGreaterThan(0.8);
        assertThat((double) plate.box().area()).isCloseTo(PLACE.area(), within(0.5 * PLACE.area()));
        assertThat(plate.detectionScore()).isBetween(0.2, 1.0);
        assertThat(recognition.emptyReason()).isNull();
        assertThat(recognition.width()).isEqualTo(800);
        assertThat(recognition.height()).isEqualTo(600);
    }

    @Test
    void recognize_drawnCar_placesItsCharactersInOrder() throws Exception {
        Plate plate = recognizer.recognize(CAR, OPTIONS).plates().get(0);

        List<PlateCharacter> characters = plate.reading().characters();
        assertThat(characters).extracting(PlateCharacter::symbol).containsExactly("H", "N", "7", "4", "3", "2", "X");
        for (int at = 0; at < 7; at++) {
            double centre = 300 + 200.0 / 470 * (22 + (at + 0.5) * 430 / 7);
            Box box = characters.get(at).box();
            assertThat((box.left() + box.right()) / 2.0).isCloseTo(centre, within(14.0));
            assertThat(characters.get(at).score()).isBetween(0.0, 1.0);
        }
    }

    @Test
    void recognize_candidates_beginWithTheReading() throws Exception {
        Reading reading = recognizer.recognize(CAR, OPTIONS).plates().get(0).reading();

        assertThat(reading.candidates().get(0)).isEqualTo(new Candidate(reading.text(), reading.score()));
        assertThat(reading.candidates()).extracting(Candidate::score).isSortedAccordingTo(Collections.reverseOrder());
    }

    @Test
    void recognize_twoCars_findsBothPlates() throws Exception {
        DrawnPicture street = new DrawnPicture(1280, 720)
                .car(60, 200, 500)
                .plate("KA34TE", 210, 410, 200)
                .car(680, 200, 520)
                .plate("LX72VN", 840, 420, 200);

        assertThat(recognizer.recognize(street.encode("jpg"), OPTIONS).plates())
                .extracting(plate -> plate.reading().text())
                .containsExactlyInAnyOrder("KA34TE", "LX72VN");
    }

    @Test
    void recognize_pixels_givesTheSameAsBytes() throws Exception {
        DrawnPicture drawn = new DrawnPicture(800, 600).car(150, 150, 500).plate("HN7432X", 300, 360, 200);

        Recognition fromPixels = recognizer.recognize(drawn.pixels(), OPTIONS);

        assertThat(fromPixels.plates())
                .isEqualTo(recognizer.recognize(drawn.encode("bmp"), OPTIONS).plates());
        assertThat(fromPixels.timings().decode()).isZero();
    }

    @Test
    void recognize_emptyStreet_saysNoPlate() throws Exception {
        Recognition recognition = recognizer.recognize(new DrawnPicture(640, 480).encode("png"), OPTIONS);

        assertThat(recognition.plates()).isEmpty();
        assertThat(recognition.emptyReason()).isIn(EmptyReason.NO_PLATE, EmptyReason.NO_VEHICLE);
    }

    @Test
    void recognize_thresholdsOfOne_saysBelowThreshold() throws Exception {
        assertThat(recognizer.recognize(CAR, OPTIONS.withThresholds(1, 0)).emptyReason())
                .isEqualTo(EmptyReason.BELOW_THRESHOLD);
        assertThat(recognizer.recognize(CAR, OPTIONS.withThresholds(0.2, 1)).emptyReason())
                .isEqualTo(EmptyReason.BELOW_THRESHOLD);
    }

    @Test
    void recognize_unknownRegions_areNamedAndHarmless() throws Exception {
        Recognition recognition = recognizer.recognize(CAR, OPTIONS.withRegions(List.of("fr", "atlantis"), false));

        assertThat(recognition.unknownRegions()).containsExactly("atlantis");
        assertThat(recognition.plates()).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 31, 33})
    void recognize_tinyPictures_works(int side) throws Exception {
        Recognition recognition = recognizer.recognize(new DrawnPicture(side, 40).encode("png"), OPTIONS);

        assertThat(recognition.width()).isEqualTo(side);
    }

    @Test
    void recognize_descriptions_areAddedAndChangeNothingElse() throws Exception {
        Recognition plain = recognizer.recognize(CAR, OPTIONS);
        Recognition described =
                recognizer.recognize(CAR, OPTIONS.withVehicleDescriptions(VehicleDescriptions.OF_PLATES));

        Vehicle car = described.plates().get(0).vehicle();
        assertThat(car).isNotNull();
        assertThat(car.description()).isNotNull();
        assertThat(described.plates().get(0).withVehicle(plain.plates().get(0).vehicle()))
                .isEqualTo(plain.plates().get(0));
        assertThat(described.vehicles()).contains(car).hasSameSizeAs(plain.vehicles());
        assertThat(plain.vehicles()).allMatch(vehicle -> vehicle.description() == null);
        assertThat(described.timings().describe()).isGreaterThan(1_000_000);
    }

    @Test
    void recognize_extremelyLongPicture_works() throws Exception {
        assertThat(recognizer
                        .recognize(new DrawnPicture(16_000, 3).encode("png"), OPTIONS)
                        .height())
                .isEqualTo(3);
    }

    @Test
    void recognize_noPicture_throwsPictureException() {
        assertThatThrownBy(() -> recognizer.recognize(new byte[] {1, 2, 3}, OPTIONS))
                .isInstanceOf(PictureException.class);
    }

    @Test
    void recognize_fromManyThreads_givesTheSameToAll() throws Exception {
        List<Plate> alone = recognizer.recognize(CAR, OPTIONS).plates();
        ExecutorService threads = Executors.newFixedThreadPool(8);
        Callable<List<Plate>> task = () -> recognizer.recognize(CAR, OPTIONS).plates();

        for (Future<List<Plate>> answer : threads.invokeAll(Collections.nCopies(40, task))) {
            assertThat(answer.get()).isEqualTo(alone);
        }
        threads.shutdown();
    }

    @Test
    void recognize_timings_addUp() throws Exception {
        Timings timings = recognizer.recognize(CAR, OPTIONS).timings();

        long stages = timings.decode() + timings.detect() + timings.rectify() + timings.read() + timings.vehicles();
        assertThat(timings.decode()).isPositive();
        assertThat(timings.detect()).isPositive();
        assertThat(timings.read()).isPositive();
        assertThat(timings.total()).isGreaterThanOrEqualTo(stages);
    }

    @Test
    void close_whileOthersRecognize_waitsForThem() throws Exception {
        PlateRecognizer closing =
                PlateRecognizer.open(RecognizerConfig.defaults().withDevice(Device.CPU));
        ExecutorService threads = Executors.newFixedThreadPool(4);
        Callable<Object> untilClosed = () -> {
            try {
                while (true) {
                    assertThat(closing.recognize(CAR, OPTIONS).plates()).isNotEmpty();
                }
            } catch (IllegalStateException closed) {
                return closed.getMessage();
            }
        };
        List<Future<Object>> running = Collections.nCopies(4, untilClosed).stream()
                .map(threads::submit)
                .toList();
        Thread.sleep(300);

        closing.close();
        closing.close();

        for (Future<Object> each : running) {
            assertThat(each.get()).isEqualTo("The recognizer is closed");
        }
        threads.shutdown();
    }

    @Test
    void open_folderWithoutBundle_tellsWhatIsMissing(@TempDir Path folder) {
        assertThatThrownBy(
                        () -> PlateRecognizer.open(RecognizerConfig.defaults().withBundle(folder)))
                .isInstanceOf(BundleException.class)
                .hasMessageContaining("manifest.properties");
    }
}
