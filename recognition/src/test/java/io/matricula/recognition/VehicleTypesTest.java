package io.matricula.recognition;

import static org.assertj.core.api.Assertions.assertThat;

import io.matricula.recognition.bundle.Manifest.ModelFile;
import io.matricula.recognition.bundle.ModelBundle;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Who tells a vehicle's type, with the networks that are shipped. The bundle's thresholds are such that the detector always tells one and the
 * attributes' network never does, so the answer shows who was asked.
 */
class VehicleTypesTest {
    private static final RecognitionOptions OPTIONS = RecognitionOptions.defaults();
    private static final byte[] CAR = new DrawnPicture(800, 600)
            .car(150, 150, 500)
            .plate("HN7432X", 300, 360, 200)
            .encode("png");
    private static final String MANIFEST = "manifest.properties";

    @TempDir
    Path folder;

    private List<String> manifest = List.of();

    @BeforeEach
    void copyBundle() throws IOException {
        ModelBundle bundle = ModelBundle.builtIn();
        try (InputStream in = ModelBundle.class.getResourceAsStream("../models/" + MANIFEST)) {
            manifest = Stream.of(new String(in.readAllBytes(), StandardCharsets.UTF_8).split("\n"))
                    .filter(line -> !line.matches(
                            "(attributes.type.below|vehicles.type.threshold|attributes.threshold.type)=.*"))
                    .toList();
        }
        for (ModelFile file : List.of(
                bundle.manifest().detector().file(),
                bundle.manifest().reader().file(),
                bundle.manifest().vehicles().file(),
                bundle.manifest().attributes().file())) {
            Files.write(folder.resolve(file.name()), bundle.model(file));
        }
    }

    @Test
    void recognize_doubtfulType_isLeftToTheCloserLook() throws Exception {
        try (PlateRecognizer recognizer = doubting("1")) {
            assertThat(type(recognizer, OPTIONS)).isEqualTo(VehicleType.UNKNOWN);
            assertThat(type(recognizer, OPTIONS.withMode(RecognitionMode.FAST))).isNotEqualTo(VehicleType.UNKNOWN);
        }
    }

    @Test
    void recognize_sureType_isLeftToTheDetector() throws Exception {
        try (PlateRecognizer recognizer = doubting("0.01")) {
            assertThat(type(recognizer, OPTIONS)).isNotEqualTo(VehicleType.UNKNOWN);
            assertThat(type(recognizer, OPTIONS.withVehicleDescriptions(VehicleDescriptions.OF_PLATES)))
                    .as("who describes the vehicle is asked for its type, too")
                    .isEqualTo(VehicleType.UNKNOWN);
        }
    }

    @Test
    void recognize_bundleWithoutTheKey_asksTheDetectorAlone() throws Exception {
        try (PlateRecognizer recognizer = open(Stream.of())) {
            assertThat(type(recognizer, OPTIONS.withVehicleDescriptions(VehicleDescriptions.TYPES)))
                    .isNotEqualTo(VehicleType.UNKNOWN);
        }
    }

    @Test
    void recognize_bundleWithoutAttributes_asksTheDetectorAlone() throws Exception {
        manifest = manifest.stream()
                .filter(line -> !line.startsWith("attributes."))
                .toList();
        Files.write(
                folder.resolve(MANIFEST),
                Stream.concat(manifest.stream(), Stream.of("vehicles.type.threshold=0"))
                        .toList());

        try (PlateRecognizer recognizer =
                PlateRecognizer.open(RecognizerConfig.defaults().withBundle(folder))) {
            assertThat(type(recognizer, OPTIONS)).isNotEqualTo(VehicleType.UNKNOWN);
        }
    }

    private PlateRecognizer doubting(String below) throws IOException {
        return open(Stream.of("attributes.type.below=" + below));
    }

    private PlateRecognizer open(Stream<String> more) throws IOException {
        Stream<String> thresholds = Stream.of("vehicles.type.threshold=0", "attributes.threshold.type=1");
        Files.write(
                folder.resolve(MANIFEST),
                Stream.of(manifest.stream(), thresholds, more)
                        .flatMap(each -> each)
                        .toList());
        return PlateRecognizer.open(RecognizerConfig.defaults().withBundle(folder));
    }

    private static VehicleType type(PlateRecognizer recognizer, RecognitionOptions options) throws Exception {
        return recognizer.recognize(CAR, options).plates().get(0).vehicle().type();
    }
}
