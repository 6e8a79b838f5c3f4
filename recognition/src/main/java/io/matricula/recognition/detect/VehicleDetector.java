package io.matricula.recognition.detect;

import io.matricula.recognition.bundle.Manifest.VehicleSpec;
import io.matricula.recognition.detect.CellNetwork.Row;
import io.matricula.recognition.onnx.OnnxModel;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;

/** Finds vehicles in pictures. Any number of threads may use one detector at the same time. */
public final class VehicleDetector implements AutoCloseable {
    /** Score and box; the scores of the types follow. */
    private static final int PLACE = 5;
    /** A car in front of a bus is a vehicle of its own, so a box inside of another one is kept. */
    private static final double INSIDE = 1;

    private final CellNetwork network;
    private final VehicleSpec spec;
    private final Suppression suppression;

    /** @throws IllegalArgumentException if the network's output is not as the bundle promises */
    public VehicleDetector(OnnxModel model, VehicleSpec spec) {
        this.spec = spec;
        network = new CellNetwork(model, PLACE + spec.types().size());
        suppression = new Suppression(spec.overlap(), INSIDE);
    }

    /** All vehicles, best first, each once. */
    public List<VehicleDetection> find(Views views) {
        return suppression.keep(network.look(views.picture(), views.at(spec.inputSize()), this::read));
    }

    @Override
    public void close() {
        network.close();
    }

    private void read(Row row, List<VehicleDetection> found) {
        if (row.value(0) >= spec.threshold() && row.value(0) > 0) {
            List<Double> types = IntStream.range(PLACE, PLACE + spec.types().size())
                    .mapToObj(column -> (double) row.value(column))
                    .toList();
            found.add(new VehicleDetection(row.value(0), row.box(), clearest(types), types));
        }
    }

    private int clearest(List<Double> types) {
        int best = types.indexOf(Collections.max(types));
        return types.get(best) < spec.typeThreshold() ? -1 : best;
    }
}
