package io.matricula.recognition.detect;

import io.matricula.recognition.bundle.Manifest.DetectorSpec;
import io.matricula.recognition.bundle.Manifest.LastLook;
import io.matricula.recognition.bundle.Manifest.Looks;
import io.matricula.recognition.bundle.Manifest.VehicleLooks;
import io.matricula.recognition.detect.CellNetwork.Row;
import io.matricula.recognition.geometry.Box;
import io.matricula.recognition.geometry.Corners;
import io.matricula.recognition.geometry.Point;
import io.matricula.recognition.onnx.OnnxModel;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Finds plates in pictures. Any number of threads may use one detector at the same time. */
public final class PlateDetector implements AutoCloseable {
    /** Score, box, four corners. */
    private static final int ROW = 13;
    /** A box nearly inside of another is the same plate: plates don't contain plates. */
    private static final double INSIDE = 0.8;

    /** A further look has to be that much larger than the one before: nearly the same shows nearly the same. */
    private static final double LEAST_GAIN = 1.15;
    /** The same of a look at a vehicle alone, beside the finest at the whole picture. */
    private static final double VEHICLE_GAIN = 1.3;
    /** How many times as many vehicles are looked at where no plate may be missed. */
    private static final int THOROUGH_VEHICLES = 4;
    /** What is seen beyond each edge of a vehicle, as a share of its width or height: plates hang at the edge. */
    private static final double VEHICLE_MARGIN = 0.05;
    /**
     * How much of its score a plate keeps that is on none of the vehicles in sight: of 22 such boxes in held-out pictures one was a plate (EXPERIMENTS
     * D11).
     */
    private static final double APART = 0.4;

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
     * @param vehicles of the picture, which may get looks of their own
     * @param effort which looks are taken
     */
    public List<Detection> find(Views views, List<VehicleDetection> vehicles, Effort effort, double least) {
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
        VehicleLooks closer = looks.vehicles();
        if (effort != Effort.FAST && closer != null) {
            looking.into(vehicles, effort == Effort.THOROUGH ? thorough(closer, least) : closer);
        }
        if (effort != Effort.THOROUGH && closer != null) {
            looking.doubtApart(vehicles, closer.from());
        }
        return looking.found;
    }

    @Override
    public void close() {
        network.close();
    }

    /** Where no plate may be missed, more vehicles count, and every plate on them. */
    private static VehicleLooks thorough(VehicleLooks usual, double least) {
        return new VehicleLooks(usual.size(), THOROUGH_VEHICLES * usual.most(), usual.from(), least);
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
            int size = Math.max(1, Math.min(wanted, (int) Math.round(longerSide() * looks.enlarge())));
            if (size < before * LEAST_GAIN) {
                return;
            }
            before = size;
            found.addAll(network.look(views.picture(), views.at(size), this::read));
            found = suppression.keep(found);
        }

        /** Looks at vehicles without a plate, the largest first, where that shows more than the whole picture did. */
        void into(List<VehicleDetection> vehicles, VehicleLooks rule) {
            List<Box> parts = vehicles.stream()
                    .filter(vehicle -> vehicle.score() >= rule.from() && carriesNone(vehicle.box()))
                    .sorted(Comparator.comparingLong(vehicle -> -vehicle.box().area()))
                    .map(this::around)
                    .filter(part -> scale(part, rule) >= VEHICLE_GAIN * before / longerSide())
                    .limit(rule.most())
                    .toList();
            for (Box part : parts) {
                int size = Math.max(1, (int) Math.round(scale(part, rule) * longerSide(part)));
                network.look(views.picture(), views.of(part, size), this::read).stream()
                        .filter(plate -> plate.score() >= rule.least())
                        .forEach(found::add);
            }
            found = suppression.keep(found);
        }

        /** Lowers the score of plates that are on none of the vehicles, if there are any. */
        void doubtApart(List<VehicleDetection> vehicles, double from) {
            List<Box> carriers = vehicles.stream()
                    .filter(vehicle -> vehicle.score() >= from)
                    .map(this::around)
                    .toList();
            if (carriers.isEmpty()) {
                return;
            }
            found.replaceAll(plate -> carriers.stream().anyMatch(carrier -> carrier.holdsMiddleOf(plate.box()))
                    ? plate
                    : new Detection(APART * plate.score(), plate.box(), plate.corners()));
            found.removeIf(plate -> plate.score() < least);
            found.sort(Comparator.comparingDouble(Detection::score).reversed());
        }

        private boolean carriesNone(Box vehicle) {
            return found.stream().noneMatch(plate -> vehicle.holdsMiddleOf(plate.box()));
        }

        private Box around(VehicleDetection vehicle) {
            return vehicle.box()
                    .widened(
                            VEHICLE_MARGIN,
                            views.picture().width(),
                            views.picture().height());
        }

        private double scale(Box part, VehicleLooks rule) {
            return Math.min((double) rule.size() / longerSide(part), looks.enlarge());
        }

        private static int longerSide(Box part) {
            return Math.max(part.width(), part.height());
        }

        private int longerSide() {
            return Math.max(views.picture().width(), views.picture().height());
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
