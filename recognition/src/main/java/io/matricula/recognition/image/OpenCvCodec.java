package io.matricula.recognition.image;

import static org.bytedeco.opencv.global.opencv_core.CV_8UC1;
import static org.bytedeco.opencv.global.opencv_core.CV_8UC3;
import static org.bytedeco.opencv.global.opencv_imgcodecs.IMREAD_COLOR;
import static org.bytedeco.opencv.global.opencv_imgcodecs.IMREAD_IGNORE_ORIENTATION;

import java.nio.ByteBuffer;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.Loader;
import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.global.opencv_imgcodecs;
import org.bytedeco.opencv.opencv_core.Mat;

/** Decodes with OpenCV's imgcodecs. All native memory is freed on close, none waits for the garbage collector. */
final class OpenCvCodec implements PictureCodec {
    private static final byte[] END_OF_JPEG = {(byte) 0xFF, (byte) 0xD9};

    private OpenCvCodec() {}

    /** Loads the native parts that are needed: core, imgproc and imgcodecs. */
    static OpenCvCodec load() {
        // JavaCPP would force garbage collections by guesses from the heap's size; PixelBudget bounds the memory
        // instead.
        setUnlessSet("org.bytedeco.javacpp.maxBytes", "0");
        setUnlessSet("org.bytedeco.javacpp.maxPhysicalBytes", "0");
        Loader.load(opencv_imgcodecs.class);
        // Requests run side by side already; OpenCV's own threads would only get in their way.
        opencv_core.setNumThreads(1);
        return new OpenCvCodec();
    }

    @Override
    public Picture decode(byte[] picture, PictureHeader header) throws PictureException {
        try (BytePointer bytes = copy(picture, header.format());
                Mat encoded = new Mat(1, Math.toIntExact(bytes.limit()), CV_8UC1, bytes)) {
            Mat decoded = opencv_imgcodecs.imdecode(encoded, IMREAD_COLOR | IMREAD_IGNORE_ORIENTATION);
            if (decoded.empty()) {
                decoded.close();
                throw PictureHeader.unreadable("The content of the picture is broken");
            }
            // OpenCV turns a TIFF whether it is asked to or not.
            boolean turned = header.format() == PictureFormat.TIFF;
            Mat upright = upright(decoded, turned ? Orientation.UPRIGHT : header.orientation());
            return new OpenCvPicture(upright, upright.createBuffer());
        } catch (RuntimeException e) {
            // All that OpenCV throws arrives as this type.
            throw PictureHeader.unreadable("The content of the picture is broken");
        }
    }

    @Override
    public Picture view(Pixels pixels) {
        ByteBuffer bgr = direct(pixels.bgr());
        try (BytePointer bytes = new BytePointer(bgr)) {
            return new OpenCvPicture(new Mat(pixels.height(), pixels.width(), CV_8UC3, bytes), bgr);
        }
    }

    @Override
    public String name() {
        return "OpenCV";
    }

    /** A JPEG gets an end mark: without it OpenCV refuses one that breaks off. After a complete one it is never read. */
    private static BytePointer copy(byte[] picture, PictureFormat format) {
        if (format != PictureFormat.JPEG) {
            return new BytePointer(picture).limit(picture.length);
        }
        BytePointer bytes = new BytePointer((long) picture.length + END_OF_JPEG.length);
        bytes.put(picture, 0, picture.length);
        bytes.position(picture.length).put(END_OF_JPEG, 0, END_OF_JPEG.length);
        return bytes.position(0);
    }

    private static Mat upright(Mat stored, Orientation orientation) {
        if (orientation.swapsAxes) {
            opencv_core.transpose(stored, stored);
        }
        if (orientation.mirrorsX && orientation.mirrorsY) {
            opencv_core.flip(stored, stored, -1);
        } else if (orientation.mirrorsX) {
            opencv_core.flip(stored, stored, 1);
        } else if (orientation.mirrorsY) {
            opencv_core.flip(stored, stored, 0);
        }
        return stored;
    }

    private static ByteBuffer direct(ByteBuffer bgr) {
        ByteBuffer all = bgr.duplicate().clear();
        return all.isDirect()
                ? all
                : ByteBuffer.allocateDirect(all.capacity()).put(all).flip();
    }

    private static void setUnlessSet(String property, String value) {
        if (System.getProperty(property) == null) {
            System.setProperty(property, value);
        }
    }
}
