package io.matricula.recognition.rectify;

import io.matricula.recognition.geometry.Corners;
import io.matricula.recognition.geometry.Homography;
import io.matricula.recognition.image.Cut;
import io.matricula.recognition.image.Picture;
import java.nio.ByteBuffer;

/**
 * Cuts plates out of a picture, flat and stretched to the reader's input: {@code height} rows of {@code width} pixels, three bytes each in the
 * order blue, green, red. Thread-safe.
 */
public final class PlateRectifier {
    /** Samples along an axis for one pixel: beyond that more of them change nothing that a reader sees. */
    private static final int MOST_SAMPLES = 8;

    private final int width;
    private final int height;
    private final double marginX;
    private final double marginY;

    /**
     * @param marginX what is cut out beyond the left and the right edge, as a share of the plate's width
     * @param marginY the same above and below, as a share of the plate's height
     */
    public PlateRectifier(int width, int height, double marginX, double marginY) {
        this.width = width;
        this.height = height;
        this.marginX = marginX;
        this.marginY = marginY;
    }

    /** Bytes of one plate. */
    public int size() {
        return 3 * width * height;
    }

    /** Place across the plate, 0 left to 1 right, of a place across its cut-out picture, 0 to 1. */
    public double acrossPlate(double acrossCut) {
        return acrossCut * (1 + 2 * marginX) - marginX;
    }

    /** Place down the plate, 0 top to 1 bottom, of a place down its cut-out picture, 0 to 1. */
    public double downPlate(double downCut) {
        return downCut * (1 + 2 * marginY) - marginY;
    }

    /** Writes one plate from index {@code start} of the target on; what lies outside of the picture repeats its edge. */
    public void rectify(Picture picture, Corners corners, ByteBuffer target, int start) {
        int across = samples(corners.longestWidth() * (1 + 2 * marginX) / width);
        int down = samples(corners.longestHeight() * (1 + 2 * marginY) / height);
        picture.cutInto(
                target.slice(start, size()),
                new Cut(Homography.onto(withMargin(corners)), width, height, across, down));
    }

    private Corners withMargin(Corners corners) {
        Homography plate = Homography.onto(corners);
        double left = acrossPlate(0);
        double right = acrossPlate(1);
        double top = downPlate(0);
        double bottom = downPlate(1);
        return new Corners(
                plate.map(left, top), plate.map(right, top), plate.map(right, bottom), plate.map(left, bottom));
    }

    /** Averages about as many samples as source pixels fall onto one target pixel: single samples would miss thin strokes. */
    private static int samples(double sourcePixels) {
        return Math.min(Math.max((int) Math.round(sourcePixels), 1), MOST_SAMPLES);
    }
}
