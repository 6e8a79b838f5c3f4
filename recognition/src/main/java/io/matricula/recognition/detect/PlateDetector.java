package io.matricula.recognition.detect;

import io.matricula.recognition.bundle.Manifest.DetectorSpec;
import io.matricula.recognition.bundle.Manifest.Looks;
import io.matricula.recognition.detect.CellNetwork.Row;
import io.matricula.recognition.geometry.Box;
import io.matricula.recognition.geometry.Corners;
import io.matricula.recognition.geometry.Point;
import io.matricula.recognition.onnx.OnnxModel;
import java.util.ArrayList;
import java.util.List;

/** Finds plates in pictures. Any number of threads may use one detector at the same time. */
public final class PlateDetector implements AutoCloseable {
    /** Score, box, four corners. */
    private static final int ROW = 13;
    /** A box nearly inside of another is the same plate: plates don't contain plates. */
    private static final double INSIDE = 0.8;

    /** A further look has to be that much larger than the one before: nearly the same shows nearly the same. */
    private static final double LEAST_GAIN = 1.15;

    private final CellNetwork network;
    private final Looks looks;
    private final Suppression suppression;
    private final ScoreScale scale;

    /** @throws IllegalArgumentException if the network's output is not as the bundle promises */
    public PlateDetector(OnnxModel model, DetectorSpec spec) {
        looks = spec.looks();
        network = new CellNetwork(model, ROW);
        suppression = new Suppression(spec.overlap(), INSIDE);
        scale = new ScoreScale(spec.threshold());
    }

    /**
     * All plates with at least this score, best first, each once.
     *
     * @param effort which looks are taken
     */
    public List<Detection> find(Views views, Effort effort, double least) {
        List<Detection> found = new ArrayList<>();
        int longerSide = Math.max(views.picture().width(), views.picture().height());
        int before = 0;
        for (int wanted : effort.sizes(looks)) {
            int size = Math.max(1, Math.min(wanted, (int) Math.round(longerSide * looks.enlarge())));
            if (size < before * LEAST_GAIN) {
                break;
            }
            before = size;
            found.addAll(network.look(views, size, (row, seen) -> read(row, least, seen)));
            found = suppression.keep(found);
            if (effort == Effort.NORMAL && isSure(found)) {
                break;
            }
        }
        return found;
    }

    @Override
    public void close() {
        network.close();
    }

    private boolean isSure(List<Detection> found) {
        return !found.isEmpty() && found.get(found.size() - 1).score() >= looks.sure();
    }

    private void read(Row row, double least, List<Detection> found) {
        double score = scale.outward(row.value(0));
        if (score >= least && score > 0) {
            Box box = row.box();
            Corners corners = new Corners(corner(row, 5), corner(row, 7), corner(row, 9), corner(row, 11));
            found.add(new Detection(score, box, CornerCheck.plausible(corners, box)));
        }
    }

    private static Point corner(Row row, int column) {
        return new Point(row.x(column), row.y(column + 1));
    }
}
