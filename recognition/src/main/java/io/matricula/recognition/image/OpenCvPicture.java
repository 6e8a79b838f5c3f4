package io.matricula.recognition.image;

import static org.bytedeco.opencv.global.opencv_core.CV_8UC3;

import java.nio.ByteBuffer;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.opencv.global.opencv_imgproc;
import org.bytedeco.opencv.opencv_core.Mat;
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
    public void scaleInto(ByteBuffer target, int scaledWidth, int scaledHeight, int stride) {
        boolean shrinks = scaledWidth < width || scaledHeight < height;
        int filter = shrinks ? opencv_imgproc.INTER_AREA : opencv_imgproc.INTER_LINEAR;
        try (BytePointer bytes = new BytePointer(target);
                Mat scaled = new Mat(scaledHeight, scaledWidth, CV_8UC3, bytes, stride);
                Size size = new Size(scaledWidth, scaledHeight)) {
            opencv_imgproc.resize(pixels, scaled, size, 0, 0, filter);
        }
    }

    @Override
    public void close() {
        pixels.close();
    }
}
