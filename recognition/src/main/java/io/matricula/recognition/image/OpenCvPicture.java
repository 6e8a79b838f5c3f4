package io.matricula.recognition.image;

import static org.bytedeco.opencv.global.opencv_core.CV_8UC3;

import java.nio.ByteBuffer;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.opencv.global.opencv_imgproc;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Rect;
import org.bytedeco.opencv.opencv_core.Size;

/** Pixels in OpenCV's memory: one continuous matrix of 8-bit BGR. */
final class OpenCvPicture implements Picture {
    /** So many times smaller, a picture is halved first. */
    private static final int HALVED_FROM = 4;

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
    public void scaleInto(ByteBuffer target, int scaledWidth, int scaledHeight, int stride) {
        try (BytePointer bytes = new BytePointer(target);
                Mat scaled = new Mat(scaledHeight, scaledWidth, CV_8UC3, bytes, stride)) {
            if (width >= HALVED_FROM * scaledWidth && height >= HALVED_FROM * scaledHeight) {
                scaleInTwoSteps(scaled);
            } else {
                scale(pixels, scaled);
            }
        }
    }

    /** OpenCV halves an even size much faster than it averages over fractions of pixels. */
    private void scaleInTwoSteps(Mat scaled) {
        try (Rect even = new Rect(0, 0, width & ~1, height & ~1);
                Mat all = new Mat(pixels, even);
                Mat half = new Mat(height / 2, width / 2, CV_8UC3)) {
            scale(all, half);
            scale(half, scaled);
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
    public void close() {
        pixels.close();
    }
}
