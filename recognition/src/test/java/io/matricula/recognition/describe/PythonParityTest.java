package io.matricula.recognition.describe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.matricula.recognition.bundle.Manifest.AttributesSpec;
import io.matricula.recognition.bundle.Manifest.Thresholds;
import io.matricula.recognition.bundle.ModelBundle;
import io.matricula.recognition.geometry.Box;
import io.matricula.recognition.image.Picture;
import io.matricula.recognition.image.PictureBounds;
import io.matricula.recognition.image.PictureDecoder;
import io.matricula.recognition.onnx.Device;
import io.matricula.recognition.onnx.OnnxModel;
import io.matricula.recognition.onnx.OnnxRuntime;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * The shipped network says the same of vehicles here as in Python: {@code training} draws a sheet of 4 rows of 2 of them and writes what is
 * most likely of each, with its chance, beside it.
 */
class PythonParityTest {
    private static final int COLUMNS = 2;
    private static final int ROWS = 4;

    private static final List<Double> EVEN = Collections.nCopies(7, 1 / 7.0);

    private final ModelBundle bundle = ModelBundle.builtIn();
    private final AttributesSpec spec = told(bundle.manifest().attributes());

    @Test
    void describe_drawnSheet_givesTheChancesOfPython() throws Exception {
        List<String> expected = new String(resource("vehicles.tsv"), StandardCharsets.UTF_8)
                .lines()
                .toList();

        List<VehicleDescription> described = describe(boxes());

        for (int at = 0; at < ROWS * COLUMNS; at++) {
            String[] fields = expected.get(at).split("\t", -1);
            VehicleDescription found = described.get(at);
            ModelGuess model = found.models().get(0);
            assertSame(model.make() + "|" + model.model(), model.score(), fields[0], fields[1]);
            assertSame(found.colours().get(0).name(), found.colours().get(0).score(), fields[2], fields[3]);
            assertSame(
                    found.orientations().get(0).name(),
                    found.orientations().get(0).score(),
                    fields[4],
                    fields[5]);
        }
    }

    @Test
    void describe_moreThanABatch_isTheSameForEach() throws Exception {
        List<Box> twice = new ArrayList<>(boxes());
        twice.addAll(boxes());

        List<VehicleDescription> described = describe(twice);

        List<String> best =
                described.stream().map(each -> each.colours().get(0).name()).toList();
        assertThat(best.subList(8, 16)).isEqualTo(best.subList(0, 8));
        assertThat(describe(List.of())).isEmpty();
    }

    @Test
    void open_networkWithOtherClasses_isRefused() {
        AttributesSpec wrong = new AttributesSpec(
                spec.file(),
                spec.height(),
                spec.width(),
                0,
                spec.models(),
                spec.makes(),
                spec.types(),
                List.of("black", "white"),
                spec.orientations(),
                spec.typeWeight(),
                spec.typeBelow(),
                spec.thresholds());

        try (OnnxModel model = model()) {
            assertThatThrownBy(() -> new VehicleDescriber(model, wrong))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("colours [n,2]");
        }
    }

    private static void assertSame(String name, double score, String expected, String chance) {
        assertThat(name).isEqualTo(expected);
        // Integers: one value rounded to its neighbour, as versions of the runtime do, goes through all layers.
        assertThat(score).as(name).isCloseTo(Double.parseDouble(chance), within(0.01));
    }

    private List<VehicleDescription> describe(List<Box> boxes) throws Exception {
        try (VehicleDescriber describer = new VehicleDescriber(model(), spec);
                Picture sheet = PictureDecoder.open(new PictureBounds(10_000_000, 5000), 10_000_000)
                        .decode(resource("vehicles.png"))) {
            return describer
                    .describe(
                            sheet,
                            boxes.stream()
                                    .map(box -> new Undescribed(box, EVEN))
                                    .toList())
                    .stream()
                    .map(Described::description)
                    .toList();
        }
    }

    private List<Box> boxes() {
        List<Box> boxes = new ArrayList<>();
        for (int at = 0; at < ROWS * COLUMNS; at++) {
            int left = at % COLUMNS * spec.width();
            int top = at / COLUMNS * spec.height();
            boxes.add(new Box(left, top, left + spec.width(), top + spec.height()));
        }
        return boxes;
    }

    private OnnxModel model() {
        return new OnnxRuntime(Device.CPU, 1).load(bundle.model(spec.file()));
    }

    /** Without margin, for the sheet has none, and without thresholds, so that everything is told. */
    private static AttributesSpec told(AttributesSpec spec) {
        return new AttributesSpec(
                spec.file(),
                spec.height(),
                spec.width(),
                0,
                spec.models(),
                spec.makes(),
                spec.types(),
                spec.colours(),
                spec.orientations(),
                spec.typeWeight(),
                spec.typeBelow(),
                new Thresholds(0, 0, 0, 0, 0));
    }

    private static byte[] resource(String name) throws IOException {
        try (InputStream stream = PythonParityTest.class.getResourceAsStream(name)) {
            return stream.readAllBytes();
        }
    }
}
