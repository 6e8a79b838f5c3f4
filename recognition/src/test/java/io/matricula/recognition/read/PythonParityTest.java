package io.matricula.recognition.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.matricula.recognition.bundle.Manifest.ReaderSpec;
import io.matricula.recognition.bundle.ModelBundle;
import io.matricula.recognition.geometry.Corners;
import io.matricula.recognition.image.Picture;
import io.matricula.recognition.image.PictureBounds;
import io.matricula.recognition.image.PictureDecoder;
import io.matricula.recognition.onnx.Device;
import io.matricula.recognition.onnx.FloatTensor;
import io.matricula.recognition.onnx.OnnxModel;
import io.matricula.recognition.onnx.OnnxRuntime;
import io.matricula.recognition.rectify.PlateRectifier;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * The shipped reader says the same here as in Python: {@code training} draws a sheet of 20 rows of 10 plates and writes beside it each plate's best
 * path in the shipped graph and its probability.
 */
class PythonParityTest {
    private static final int COLUMNS = 10;
    private static final int ROWS = 20;

    private final ModelBundle bundle = ModelBundle.builtIn();
    private final ReaderSpec spec = bundle.manifest().reader();
    private final int symbols = spec.alphabet().size() + 1;

    @Test
    void read_drawnSheet_givesThePathsAndProbabilitiesOfTraining() throws Exception {
        List<String> expected = new String(resource("plates.tsv"), StandardCharsets.UTF_8)
                .lines()
                .toList();
        List<String> texts = new ArrayList<>();
        List<Double> probabilities = new ArrayList<>();
        try (OnnxModel model = new OnnxRuntime(Device.CPU, 1).load(bundle.model(spec.file()));
                Picture sheet = PictureDecoder.open(new PictureBounds(10_000_000, 5000), 10_000_000)
                        .decode(resource("plates.png"))) {
            for (int row = 0; row < ROWS; row++) {
                for (CtcOutput output : outputs(model, sheet, row)) {
                    int[] path = bestPath(output);
                    texts.add(text(path));
                    probabilities.add(probability(output, path));
                }
            }
        }

        assertThat(texts)
                .isEqualTo(
                        expected.stream().map(line -> line.split("\t", -1)[0]).toList());
        for (int at = 0; at < expected.size(); at++) {
            double probability = Double.parseDouble(expected.get(at).split("\t", -1)[1]);
            // Integers: one value rounded to its neighbour, as versions of the runtime do, goes through all layers.
            assertThat(probabilities.get(at)).as(texts.get(at)).isCloseTo(probability, within(0.03));
        }
    }

    private List<CtcOutput> outputs(OnnxModel model, Picture sheet, int row) {
        long[] shape = {COLUMNS, spec.height(), spec.width(), 3};
        Map<String, long[]> shapes = model.outputShapes(shape);
        FloatTensor text = FloatTensor.of(shapes.get("logprobs"));
        ByteBuffer plates = cut(sheet, row);
        model.run(plates, shape, Map.of("logprobs", text, "region", FloatTensor.of(shapes.get("region"))));
        int steps = Math.toIntExact(shapes.get("logprobs")[1]);
        List<CtcOutput> outputs = new ArrayList<>();
        for (int plate = 0; plate < COLUMNS; plate++) {
            outputs.add(new CtcOutput(text.floats(), plate * steps * symbols, steps, symbols));
        }
        return outputs;
    }

    /** The tiles of the sheet have their margins already, so the corners lie that much inside of them. */
    private ByteBuffer cut(Picture sheet, int row) {
        PlateRectifier rectifier = new PlateRectifier(spec.width(), spec.height(), spec.marginX(), spec.marginY());
        ByteBuffer plates = ByteBuffer.allocateDirect(COLUMNS * rectifier.size());
        float insetX = (float) (spec.width() * spec.marginX() / (1 + 2 * spec.marginX()));
        float insetY = (float) (spec.height() * spec.marginY() / (1 + 2 * spec.marginY()));
        for (int column = 0; column < COLUMNS; column++) {
            float left = column * spec.width();
            float top = row * spec.height();
            Corners corners =
                    Corners.of(left + insetX, top + insetY, left + spec.width() - insetX, top + spec.height() - insetY);
            rectifier.rectify(sheet, corners, plates, column * rectifier.size());
        }
        return plates;
    }

    private int[] bestPath(CtcOutput output) {
        List<Integer> path = new ArrayList<>();
        int before = spec.blank();
        for (int step = 0; step < output.steps(); step++) {
            int best = 0;
            for (int symbol = 1; symbol < symbols; symbol++) {
                best = output.logProbability(step, symbol) > output.logProbability(step, best) ? symbol : best;
            }
            if (best != before && best != spec.blank()) {
                path.add(best);
            }
            before = best;
        }
        return path.stream().mapToInt(Integer::intValue).toArray();
    }

    /** Sum over all alignments (Graves 2006, 7.3): the forward variables of blank, symbol, blank, symbol ... blank. */
    private double probability(CtcOutput output, int[] text) {
        int states = 2 * text.length + 1;
        double[] forward = new double[states];
        forward[0] = 1;
        for (int step = 0; step < output.steps(); step++) {
            double[] next = new double[states];
            for (int state = 0; state < states; state++) {
                boolean blank = state % 2 == 0;
                double arriving = forward[state] + (state > 0 ? forward[state - 1] : 0);
                boolean skips = !blank && state > 2 && text[state / 2] != text[state / 2 - 1];
                arriving += skips ? forward[state - 2] : 0;
                next[state] = arriving * Math.exp(output.logProbability(step, blank ? spec.blank() : text[state / 2]));
            }
            forward = next;
        }
        return forward[states - 1] + (text.length == 0 ? 0 : forward[states - 2]);
    }

    private String text(int[] path) {
        StringBuilder text = new StringBuilder();
        for (int symbol : path) {
            text.append(spec.alphabet().get(symbol < spec.blank() ? symbol : symbol - 1));
        }
        return text.toString();
    }

    private static byte[] resource(String name) throws IOException {
        try (InputStream stream = PythonParityTest.class.getResourceAsStream("parity/" + name)) {
            return stream.readAllBytes();
        }
    }
}
