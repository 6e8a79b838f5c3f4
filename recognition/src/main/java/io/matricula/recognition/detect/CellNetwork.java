package io.matricula.recognition.detect;

import io.matricula.recognition.geometry.Box;
import io.matricula.recognition.image.Picture;
import io.matricula.recognition.onnx.BufferPool;
import io.matricula.recognition.onnx.FloatTensor;
import io.matricula.recognition.onnx.OnnxModel;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A network from a picture to rows that begin with a score and a box: the output {@code detections} [1,K,row]. Thread-safe; closing it closes the
 * model.
 */
final class CellNetwork implements AutoCloseable {
    private static final String OUTPUT = "detections";

    private final OnnxModel model;
    private final int row;
    private final int cells;
    private final BufferPool<FloatTensor> outputs;

    /**
     * @param row floats in a row
     * @throws IllegalArgumentException if the network's output has another shape
     */
    CellNetwork(OnnxModel model, int row) {
        this.model = model;
        this.row = row;
        long[] shape = model.outputShapes(1, 64, 64, 3).getOrDefault(OUTPUT, new long[0]);
        if (shape.length != 3 || shape[2] != row) {
            throw new IllegalArgumentException("The network has no output detections [1,K,%d]".formatted(row));
        }
        cells = Math.toIntExact(shape[1]);
        outputs = new BufferPool<>(() -> FloatTensor.of(1, cells, row));
    }

    /** Runs the network on a view of the picture and reads its rows. */
    <T> List<T> look(Picture picture, View view, RowReader<T> reader) {
        FloatTensor output = outputs.take();
        try {
            model.run(view.bytes(), view.letterbox().shape(), Map.of(OUTPUT, output));
            List<T> found = new ArrayList<>();
            for (int cell = 0; cell < cells; cell++) {
                reader.read(new Row(output.floats(), cell * row, view, picture), found);
            }
            return found;
        } finally {
            outputs.giveBack(output);
        }
    }

    @Override
    public void close() {
        model.close();
    }

    /** Adds what a row tells to what was found, or nothing. */
    interface RowReader<T> {
        void read(Row row, List<T> found);
    }

    /** One row of the output, with places turned into those of the picture; valid only while it is read. */
    record Row(FloatBuffer values, int start, View view, Picture picture) {
        float value(int column) {
            return values.get(start + column);
        }

        float x(int column) {
            return view.part().left() + value(column) / view.letterbox().scaleX();
        }

        float y(int column) {
            return view.part().top() + value(column) / view.letterbox().scaleY();
        }

        /** The box that stands behind the score. */
        Box box() {
            return Box.around(x(1), y(2), x(3), y(4), picture.width(), picture.height());
        }
    }
}
