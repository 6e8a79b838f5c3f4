package io.matricula.recognition.image;

import io.matricula.recognition.geometry.Box;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.ByteBuffer;

/** Turns the bytes of a picture into upright pixels, with bounded memory. Thread-safe. */
public final class PictureDecoder {
    private static final Logger LOG = System.getLogger(PictureDecoder.class.getName());

    private final PictureCodec codec;
    private final PictureBounds bounds;
    private final PixelBudget budget;

    PictureDecoder(PictureCodec codec, PictureBounds bounds, long pixelsInMemory) {
        this.codec = codec;
        this.bounds = bounds;
        budget = new PixelBudget(pixelsInMemory);
    }

    /**
     * Decodes with OpenCV, or with Java's own codecs where OpenCV has no native library for this machine.
     *
     * @param pixelsInMemory pixels of all pictures that are decoded and not closed yet; others wait
     */
    public static PictureDecoder open(PictureBounds bounds, long pixelsInMemory) {
        return new PictureDecoder(codec(), bounds, pixelsInMemory);
    }

    /**
     * Decodes a JPEG, PNG, WebP, BMP, GIF (first frame) or TIFF (first page) and turns it by its EXIF orientation; transparency is dropped. Waits
     * while other pictures fill the memory set aside for pixels. A JPEG that breaks off, as from a phone that lost its connection, is decoded as
     * far as it goes, the rest is grey.
     */
    public Picture decode(byte[] picture) throws PictureException {
        PictureHeader header = PictureHeader.read(picture);
        bounds.check(header);
        Runnable giveBack = budget.take(header.decodedPixels());
        try {
            return new Borrowed(codec.decode(picture, header), giveBack);
        } catch (PictureException | RuntimeException | Error e) {
            giveBack.run();
            throw e;
        }
    }

    /** A view of pixels that are decoded already; doesn't count as memory of ours. */
    public Picture view(Pixels pixels) {
        return codec.view(pixels);
    }

    /** Whether a picture is a JPEG whose pixels are stored upright, so that every viewer shows it as recognition sees it. */
    public static boolean isUprightJpeg(byte[] picture) {
        try {
            PictureHeader header = PictureHeader.read(picture);
            return header.format() == PictureFormat.JPEG && header.orientation() == Orientation.UPRIGHT;
        } catch (PictureException e) {
            return false;
        }
    }

    /** Name of the library that decodes. */
    public String codecName() {
        return codec.name();
    }

    private static PictureCodec codec() {
        try {
            return OpenCvCodec.load();
        } catch (LinkageError e) {
            LOG.log(Level.WARNING, "OpenCV doesn't load, pictures are decoded by slower Java codecs: " + e);
            return new JavaCodec();
        }
    }

    /** A picture whose pixels go back to the budget when it is closed. */
    private record Borrowed(Picture picture, Runnable giveBack) implements Picture {
        @Override
        public int width() {
            return picture.width();
        }

        @Override
        public int height() {
            return picture.height();
        }

        @Override
        public ByteBuffer bgr() {
            return picture.bgr();
        }

        @Override
        public void scaleInto(ByteBuffer target, Box part, int width, int height, int stride) {
            picture.scaleInto(target, part, width, height, stride);
        }

        @Override
        public void cutInto(ByteBuffer target, Cut cut) {
            picture.cutInto(target, cut);
        }

        @Override
        public void close() {
            picture.close();
            giveBack.run();
        }
    }
}
