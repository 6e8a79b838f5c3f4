package io.matricula.recognition.image;

import static org.bytedeco.opencv.global.opencv_core.CV_64FC1;
import static org.bytedeco.opencv.global.opencv_core.CV_8UC3;

import io.matricula.recognition.geometry.Box;
import java.nio.ByteBuffer;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.DoublePointer;
import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.global.opencv_imgproc;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Rect;
import org.bytedeco.opencv.opencv_core.Scalar;
import org.bytedeco.opencv.opencv_core.Size;

/** Pixels in OpenCV's memory: one continuous matrix of 8-bit BGR. */
final class OpenCvPicture implements Picture {
    private final Mat pixels;
    private final int width;
    private final int height;
    private final ByteBuffer bgr;

    /** @param bgr the same memory; where it belongs to Java, this keeps it from being collected */
    OpenCvPicture(Mat pixels, ByteBuffer bgr) {
        this.pixels = pixels;
        this.bgr = bgr;
        width = pixels.cols();
        height = pixels.rows();
    }

    @Override
    public int width() {
        return width;
    }

    @Override
    public int height() {
        return height;
    }

    @Override
    public ByteBuffer bgr() {
        return bgr;
    }

    @Override
    public void scaleInto(ByteBuffer target, Box part, int scaledWidth, int scaledHeight, int stride) {
        try (BytePointer bytes = new BytePointer(target);
                Mat scaled = new Mat(scaledHeight, scaledWidth, CV_8UC3, bytes, stride);
                Rect place = new Rect(part.left(), part.top(), part.width(), part.height());
                Mat source = new Mat(pixels, place)) {
            shrink(source, scaled);
        }
    }

    /** OpenCV halves even sizes eight times faster than it averages over fractions of pixels. */
    private static void shrink(Mat from, Mat to) {
        if (from.cols() >= 2 * to.cols() && from.rows() >= 2 * to.rows()) {
            halve(from, to);
        } else {
            scale(from, to);
        }
    }

    private static void halve(Mat from, Mat to) {
        int columns = from.cols() / 2;
        int rows = from.rows() / 2;
        try (Rect even = new Rect(0, 0, 2 * columns, 2 * rows);
                Mat source = new Mat(from, even)) {
            if (columns == to.cols() && rows == to.rows()) {
                scale(source, to);
            } else {
                try (Mat half = new Mat(rows, columns, CV_8UC3)) {
                    scale(source, half);
                    shrink(half, to);
                }
            }
        }
    }

    private static void scale(Mat from, Mat to) {
        boolean shrinks = to.cols() < from.cols() || to.rows() < from.rows();
        int filter = shrinks ? opencv_imgproc.INTER_AREA : opencv_imgproc.INTER_LINEAR;
        try (Size size = new Size(to.cols(), to.rows())) {
            opencv_imgproc.resize(from, to, size, 0, 0, filter);
        }
    }

    @Override
    public void cutInto(ByteBuffer target, Cut cut) {
        int columns = cut.width() * cut.across();
        int rows = cut.height() * cut.down();
        try (DoublePointer numbers = new DoublePointer(cut.map().betweenPixels(columns, rows));
                Mat map = new Mat(3, 3, CV_64FC1, numbers);
                BytePointer bytes = new BytePointer(target);
                Mat flat = new Mat(cut.height(), cut.width(), CV_8UC3, bytes)) {
            if (columns == cut.width() && rows == cut.height()) {
                warp(flat, map);
            } else {
                try (Mat samples = new Mat(rows, columns, CV_8UC3)) {
                    warp(samples, map);
                    scale(samples, flat);
                }
            }
        }
    }

    private void warp(Mat to, Mat map) {
        int way = opencv_imgproc.INTER_LINEAR | opencv_imgproc.WARP_INVERSE_MAP;
        try (Size size = new Size(to.cols(), to.rows());
                Scalar none = new Scalar(0)) {
            opencv_imgproc.warpPerspective(pixels, to, map, size, way, opencv_core.BORDER_REPLICATE, none);
        }
    }

    @Override
    public void close() {
        pixels.close();
    }
}
