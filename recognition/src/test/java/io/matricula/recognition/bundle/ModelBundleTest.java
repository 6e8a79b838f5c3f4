package io.matricula.recognition.bundle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelBundleTest {
    @TempDir
    Path folder;

    private final Map<String, String> manifest = new TreeMap<>();

    @BeforeEach
    void completeBundle() throws Exception {
        manifest.putAll(Map.of(
                "bundle.version", "7",
                "bundle.licence", "Apache-2.0",
                "detector.input.size", "640",
                "detector.threshold", "0.3",
                "detector.nms.iou", "0.4",
                "trained.commit", "abc",
                "measured.detector.recall", "0.9"));
        manifest.putAll(Map.of(
                "reader.height", "64",
                "reader.width", "160",
                "reader.margin.x", "0.03",
                "reader.margin.y", "0.05",
                "reader.blank", "3",
                "reader.alphabet", "A,B,تونس",
                "reader.regions", "eu,us-ca",
                "reader.temperature", "1.1"));
        model("detector", new byte[] {1, 2, 3});
        model("reader", new byte[] {4, 5});
    }

    @Test
    void builtIn_isComplete() {
        ModelBundle bundle = ModelBundle.builtIn();

        assertThat(bundle.manifest().licence()).isEqualTo("Apache-2.0");
        assertThat(bundle.model(bundle.manifest().reader().file())).isNotEmpty();
    }

    @Test
    void of_completeFolder_hasItsValues() throws Exception {
        ModelBundle bundle = load();

        assertThat(bundle.manifest().version()).isEqualTo("7");
        assertThat(bundle.manifest().reader().alphabet()).containsExactly("A", "B", "تونس");
        assertThat(bundle.manifest().reader().marginY()).isEqualTo(0.05);
        assertThat(bundle.manifest().detector().looks())
                .isEqualTo(new Manifest.Looks(List.of(640), List.of(480), List.of(640, 1088), 0.75, 2, null, null));
        assertThat(bundle.manifest().vehicles()).isNull();
        assertThat(bundle.manifest().origin()).containsOnlyKeys("trained.commit", "measured.detector.recall");
        assertThat(bundle.model(bundle.manifest().detector().file())).containsExactly(1, 2, 3);
    }

    @Test
    void of_everyOptionalKey_isRead() throws Exception {
        model("vehicles", new byte[] {6});
        manifest.putAll(Map.of(
                "vehicles.input.size", "320",
                "vehicles.threshold", "0.5",
                "vehicles.nms.iou", "0.6",
                "vehicles.type.threshold", "0.45",
                "vehicles.types", "Sedan,Big Truck"));
        manifest.putAll(Map.of(
                "detector.looks", "640,1088",
                "detector.looks.fast", "480",
                "detector.looks.redaction", "640,1088,1600",
                "detector.looks.sure", "0.8",
                "detector.looks.enlarge", "1.5",
                "detector.looks.last", "2048",
                "detector.looks.last.below", "0.35",
                "reader.rows", "1"));
        manifest.putAll(Map.of(
                "detector.looks.vehicles", "416",
                "detector.looks.vehicles.most", "3",
                "detector.looks.vehicles.from", "0.3",
                "detector.looks.vehicles.least", "0.45"));

        Manifest read = load().manifest();

        assertThat(read.vehicles()).isNotNull();
        assertThat(read.vehicles().types()).containsExactly("Sedan", "Big Truck");
        assertThat(read.vehicles().typeThreshold()).isEqualTo(0.45);
        assertThat(read.detector().looks())
                .isEqualTo(new Manifest.Looks(
                        List.of(640, 1088),
                        List.of(480),
                        List.of(640, 1088, 1600),
                        0.8,
                        1.5,
                        new Manifest.LastLook(2048, 0.35),
                        new Manifest.VehicleLooks(416, 3, 0.3, 0.45)));
        assertThat(read.detector().looks().sizes()).containsExactlyInAnyOrder(416, 480, 640, 1088, 1600, 2048);
        assertThat(read.reader().rows()).isEqualTo(1);
    }

    @Test
    void of_attributes_areRead() throws Exception {
        describable();

        Manifest.AttributesSpec read = load().manifest().attributes();

        assertThat(read).isNotNull();
        assertThat(read.models()).containsExactly("Aston Martin|DB9", "MINI|One");
        assertThat(read.margin()).isEqualTo(0.04);
        assertThat(read.typeBelow()).isZero();
        assertThat(read.thresholds()).isEqualTo(new Manifest.Thresholds(0.61, 0.62, 0.63, 0.64, 0.65));
    }

    @Test
    void of_typeBelow_isRead() throws Exception {
        describable();
        manifest.put("attributes.type.below", "0.7");

        Manifest.AttributesSpec read = load().manifest().attributes();

        assertThat(read).isNotNull();
        assertThat(read.typeBelow()).isEqualTo(0.7);
    }

    @Test
    void of_attributesThatDescribeNothing_areRefused() throws Exception {
        describable();
        manifest.keySet().removeIf(key -> key.startsWith("vehicles."));
        manifest.put("attributes.makes.models", "Aston Martin DB9");

        assertThatThrownBy(this::load).isInstanceOfSatisfying(BundleException.class, e -> assertThat(e.problems())
                .containsExactly(
                        "attributes.file without vehicles.file: there is nothing to describe",
                        "attributes.makes.models holds an item that is not make|model"));
    }

    private void describable() throws Exception {
        model("vehicles", new byte[] {6});
        model("attributes", new byte[] {7});
        manifest.putAll(Map.of(
                "vehicles.input.size", "320",
                "vehicles.threshold", "0.5",
                "vehicles.nms.iou", "0.6",
                "vehicles.types", "Sedan,Big Truck",
                "attributes.height", "144",
                "attributes.width", "208",
                "attributes.margin", "0.04",
                "attributes.makes", "Aston Martin,MINI",
                "attributes.makes.models", "Aston Martin|DB9,MINI|One",
                "attributes.types", "Sedan,Van"));
        manifest.putAll(Map.of(
                "attributes.colours", "black,white",
                "attributes.orientations", "Front,Rear",
                "attributes.type.weight", "0.5",
                "attributes.temperature.vehicle", "0.6",
                "attributes.threshold.model", "0.61",
                "attributes.threshold.make", "0.62",
                "attributes.threshold.type", "0.63",
                "attributes.threshold.colour", "0.64",
                "attributes.threshold.orientation", "0.65"));
    }

    @Test
    void of_severalProblems_tellsAllAtOnce() {
        manifest.remove("reader.alphabet");
        manifest.put("reader.width", "wide");
        manifest.put("detector.threshold", "1.5");
        manifest.put("reader.colour", "blue");
        manifest.put("detector.sha256", "00");

        assertThatThrownBy(this::load).isInstanceOfSatisfying(BundleException.class, e -> assertThat(e.problems())
                .containsExactlyInAnyOrder(
                        "key reader.alphabet is missing or empty",
                        "reader.width is wide, not a whole number from 8 to 1024",
                        "detector.threshold is 1.5, not a number from 0.0 to 1.0",
                        "reader.blank is 3, not a whole number from 0 to 0",
                        "unknown key reader.colour",
                        "detector.onnx has not the checksum that the manifest tells"));
    }

    @Test
    void of_missingModel_tellsWhich() throws Exception {
        Files.delete(folder.resolve("reader.onnx"));

        assertThatThrownBy(this::load)
                .isInstanceOf(BundleException.class)
                .hasMessageContaining(folder.toString())
                .hasMessageContaining("reader.onnx can't be read");
    }

    @Test
    void of_fileOutsideOfTheFolder_isRefused() {
        manifest.put("reader.file", "../secret");

        assertThatThrownBy(this::load).hasMessageContaining("reader.file is not the name of a file in the bundle");
    }

    @Test
    void of_folderWithoutManifest_isRefused() {
        assertThatThrownBy(() -> ModelBundle.of(folder.resolve("nowhere")))
                .isInstanceOf(BundleException.class)
                .hasMessageContaining("manifest.properties can't be read");
    }

    private ModelBundle load() throws IOException {
        StringBuilder lines = new StringBuilder();
        manifest.forEach(
                (key, value) -> lines.append(key).append('=').append(value).append('\n'));
        Files.writeString(folder.resolve("manifest.properties"), lines);
        return ModelBundle.of(folder);
    }

    private void model(String name, byte[] bytes) throws Exception {
        Files.write(folder.resolve(name + ".onnx"), bytes);
        manifest.put(name + ".file", name + ".onnx");
        manifest.put(
                name + ".sha256",
                HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes)));
    }
}
