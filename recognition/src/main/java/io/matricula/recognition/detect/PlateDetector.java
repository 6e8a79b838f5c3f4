package io.matricula.recognition.detect;

import io.matricula.recognition.bundle.Manifest.DetectorSpec;
import io.matricula.recognition.bundle.Manifest.LastLook;
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
        Looking looking = new Looking(views, least);
        for (int size : effort.sizes(looks)) {
            looking.at(size);
            if (effort == Effort.NORMAL && looking.isSure()) {
                break;
            }
        }
        LastLook last = looks.last();
        if (effort == Effort.NORMAL && last != null && looking.best() < last.below()) {
            looking.at(last.size());
        }
        return looking.found;
    }

    @Override
    public void close() {
        network.close();
    }

    private static Point corner(Row row, int column) {
        return new Point(row.x(column), row.y(column + 1));
    }

    /** One picture, look after look. */
    private final class Looking {
        private final Views views;
        private final double least;
        private List<Detection> found = new ArrayList<>();
        private int before;

        Looking(Views views, double least) {
            this.views = views;
            this.least = least;
        }

        /** Looks once more, unless the picture is too small for this size to show more than the one before. */
        void at(int wanted) {
            int longerSide = Math.max(views.picture().width(), views.picture().height());
            int size = Math.max(1, Math.min(wanted, (int) Math.round(longerSide * looks.enlarge())));
            if (size < before * LEAST_GAIN) {
                return;
            }
            before = size;
            found.addAll(network.look(views, size, this::read));
            found = suppression.keep(found);
        }

        double best() {
            return found.isEmpty() ? 0 : found.get(0).score();
        }

        boolean isSure() {
            return !found.isEmpty() && found.get(found.size() - 1).score() >= looks.sure();
        }

        private void read(Row row, List<Detection> seen) {
            double score = scale.outward(row.value(0));
            if (score >= least && score > 0) {
                Box box = row.box();
                Corners corners = new Corners(corner(row, 5), corner(row, 7), corner(row, 9), corner(row, 11));
                seen.add(new Detection(score, box, CornerCheck.plausible(corners, box)));
            }
        }
    }
}
