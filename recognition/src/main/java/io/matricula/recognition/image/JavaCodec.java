package io.matricula.recognition.image;

import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.Raster;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Iterator;
import java.util.Locale;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;

/** Decodes with Java's ImageIO, which the TwelveMonkeys plug-ins teach WebP and further kinds of JPEG. */
final class JavaCodec implements PictureCodec {
    @Override
    public Picture decode(byte[] picture, PictureHeader header) throws PictureException {
        try {
            BufferedImage stored = read(completed(picture, header.format()), header);
            return new JavaPicture(upright(stored, header.orientation()));
        } catch (IOException | RuntimeException e) {
            // The plug-ins throw all kinds of runtime exceptions at broken content.
            throw PictureHeader.unreadable("The content of the picture is broken");
        }
    }

    @Override
    public Picture view(Pixels pixels) {
        return new JavaPicture(pixels);
    }

    @Override
    public String name() {
        return "ImageIO";
    }

    /** The same end mark as for OpenCV, so that both read what breaks off. */
    private static byte[] completed(byte[] picture, PictureFormat format) {
        if (format != PictureFormat.JPEG) {
            return picture;
        }
        byte[] completed = Arrays.copyOf(picture, picture.length + 2);
        completed[picture.length] = (byte) 0xFF;
        completed[picture.length + 1] = (byte) 0xD9;
        return completed;
    }

    private static BufferedImage read(byte[] picture, PictureHeader header) throws IOException {
        Iterator<ImageReader> readers =
                ImageIO.getImageReadersByFormatName(header.format().name().toLowerCase(Locale.ROOT));
        if (!readers.hasNext()) {
            throw new IOException("No reader for " + header.format());
        }
        ImageReader reader = readers.next();
        try (ImageInputStream stream = new MemoryCacheImageInputStream(new ByteArrayInputStream(picture))) {
            reader.setInput(stream, true, true);
            if (reader.getWidth(0) != header.width() || reader.getHeight(0) != header.height()) {
                throw new IOException("The frame has not the size that the header announces");
            }
            return reader.read(0);
        } finally {
            reader.dispose();
        }
    }

    private static Pixels upright(BufferedImage stored, Orientation orientation) {
        int width = orientation.swapsAxes ? stored.getHeight() : stored.getWidth();
        int height = orientation.swapsAxes ? stored.getWidth() : stored.getHeight();
        ByteBuffer bgr = ByteBuffer.allocateDirect(3 * width * height);
        Row row = new Row(stored);
        for (int y = 0; y < stored.getHeight(); y++) {
            int[] pixels = row.read(y);
            for (int x = 0; x < pixels.length; x++) {
                int swappedX = orientation.swapsAxes ? y : x;
                int swappedY = orientation.swapsAxes ? x : y;
                int uprightX = orientation.mirrorsX ? width - 1 - swappedX : swappedX;
                int uprightY = orientation.mirrorsY ? height - 1 - swappedY : swappedY;
                put(bgr, 3 * (uprightY * width + uprightX), pixels[x]);
            }
        }
        return new Pixels(width, height, bgr);
    }

    private static void put(ByteBuffer bgr, int at, int rgb) {
        bgr.put(at, (byte) rgb);
        bgr.put(at + 1, (byte) (rgb >> 8));
        bgr.put(at + 2, (byte) (rgb >> 16));
    }

    /** Reads a picture row by row as 0xRRGGBB. */
    private static final class Row {
        private final BufferedImage stored;
        private final int[] pixels;
        /** Bits to drop of a grey sample, or -1 where the picture has colours. */
        private final int greyShift;

        Row(BufferedImage stored) {
            this.stored = stored;
            pixels = new int[stored.getWidth()];
            boolean grey = stored.getColorModel().getColorSpace().getType() == ColorSpace.TYPE_GRAY;
            greyShift = grey ? stored.getColorModel().getComponentSize(0) - 8 : -1;
        }

        int[] read(int y) {
            if (greyShift >= 0) {
                // Java takes grey pictures as linear light and would brighten them.
                Raster raster = stored.getRaster();
                raster.getSamples(0, y, pixels.length, 1, 0, pixels);
                Arrays.setAll(pixels, x -> (pixels[x] >> greyShift) * 0x010101);
            } else {
                stored.getRGB(0, y, pixels.length, 1, pixels, 0, pixels.length);
            }
            return pixels;
        }
    }
}
