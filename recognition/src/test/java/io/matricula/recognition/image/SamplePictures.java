package io.matricula.recognition.image;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import javax.imageio.ImageIO;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.global.opencv_imgcodecs;
import org.bytedeco.opencv.opencv_core.Mat;

/** Pictures in every format and orientation that all show the same when they are upright: red, green, blue and white quarters. */
final class SamplePictures {
    static final int WIDTH = 96;
    static final int HEIGHT = 64;
    /** 0xRRGGBB of the quarters: top left, top right, bottom left, bottom right. */
    static final int[] QUARTERS = {0xE01010, 0x10C020, 0x1020D0, 0xF0F0F0};

    private SamplePictures() {}

    static byte[] encode(PictureFormat format, int orientation) {
        BufferedImage stored = stored(orientation);
        return switch (format) {
            case JPEG -> jpeg(stored, orientation);
            case PNG -> png(stored, orientation);
            case GIF -> imageIo(stored, "gif");
            case BMP -> imageIo(stored, "bmp");
            case WEBP -> webp(stored, orientation);
            case TIFF -> tiff(stored, orientation);
        };
    }

    static boolean carriesOrientation(PictureFormat format) {
        return format != PictureFormat.GIF && format != PictureFormat.BMP;
    }

    /** The stored pixels by the standard's table of where row 0 and column 0 are seen (CIPA DC-008, 4.6.5). */
    private static BufferedImage stored(int orientation) {
        BufferedImage upright = upright();
        boolean turned = orientation >= 5;
        int rows = turned ? WIDTH : HEIGHT;
        int columns = turned ? HEIGHT : WIDTH;
        BufferedImage stored = new BufferedImage(columns, rows, BufferedImage.TYPE_3BYTE_BGR);
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < columns; column++) {
                int x =
                        switch (orientation) {
                            case 1, 4 -> column;
                            case 2, 3 -> WIDTH - 1 - column;
                            case 5, 8 -> row;
                            default -> WIDTH - 1 - row;
                        };
                int y =
                        switch (orientation) {
                            case 1, 2 -> row;
                            case 3, 4 -> HEIGHT - 1 - row;
                            case 5, 6 -> column;
                            default -> HEIGHT - 1 - column;
                        };
                stored.setRGB(column, row, upright.getRGB(x, y));
            }
        }
        return stored;
    }

    static BufferedImage upright() {
        BufferedImage picture = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_3BYTE_BGR);
        Graphics2D pen = picture.createGraphics();
        for (int quarter = 0; quarter < 4; quarter++) {
            pen.setColor(new Color(QUARTERS[quarter]));
            pen.fillRect(quarter % 2 * WIDTH / 2, quarter / 2 * HEIGHT / 2, WIDTH / 2, HEIGHT / 2);
        }
        pen.dispose();
        return picture;
    }

    static byte[] imageIo(BufferedImage picture, String format) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            if (!ImageIO.write(picture, format, bytes)) {
                throw new IllegalArgumentException("Java writes no " + format + " of this type");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    static byte[] exif(int orientation, ByteOrder order) {
        ByteBuffer tiff = ByteBuffer.allocate(26).order(order);
        tiff.put((byte) (order == ByteOrder.LITTLE_ENDIAN ? 'I' : 'M')).put(tiff.get(0));
        tiff.putShort((short) 42).putInt(8).putShort((short) 1);
        tiff.putShort((short) 0x112).putShort((short) 3).putInt(1);
        tiff.putShort((short) orientation).putShort((short) 0).putInt(0);
        return tiff.array();
    }

    private static byte[] jpeg(BufferedImage stored, int orientation) {
        byte[] plain = imageIo(stored, "jpg");
        byte[] exif = exif(orientation, ByteOrder.BIG_ENDIAN);
        ByteBuffer result = ByteBuffer.allocate(plain.length + 10 + exif.length);
        result.put(plain, 0, 2).putShort((short) 0xFFE1).putShort((short) (8 + exif.length));
        result.put(new byte[] {'E', 'x', 'i', 'f', 0, 0}).put(exif).put(plain, 2, plain.length - 2);
        return result.array();
    }

    private static byte[] png(BufferedImage stored, int orientation) {
        byte[] plain = imageIo(stored, "png");
        byte[] exif = exif(orientation, ByteOrder.BIG_ENDIAN);
        java.util.zip.CRC32 crc = new java.util.zip.CRC32();
        crc.update(new byte[] {'e', 'X', 'I', 'f'});
        crc.update(exif);
        int afterHeader = 33;
        ByteBuffer result = ByteBuffer.allocate(plain.length + 12 + exif.length);
        result.put(plain, 0, afterHeader).putInt(exif.length).put(new byte[] {'e', 'X', 'I', 'f'});
        result.put(exif).putInt((int) crc.getValue()).put(plain, afterHeader, plain.length - afterHeader);
        return result.array();
    }

    private static byte[] webp(BufferedImage stored, int orientation) {
        byte[] plain = openCv(stored, ".webp");
        byte[] exif = exif(orientation, ByteOrder.LITTLE_ENDIAN);
        ByteBuffer result =
                ByteBuffer.allocate(plain.length + 18 + 8 + exif.length).order(ByteOrder.LITTLE_ENDIAN);
        result.put(plain, 0, 4).putInt(result.capacity() - 8).put(plain, 8, 4);
        result.put(new byte[] {'V', 'P', '8', 'X'}).putInt(10).putInt(8);
        put24(result, stored.getWidth() - 1);
        put24(result, stored.getHeight() - 1);
        result.put(plain, 12, plain.length - 12);
        result.put(new byte[] {'E', 'X', 'I', 'F'}).putInt(exif.length).put(exif);
        return result.array();
    }

    private static void put24(ByteBuffer bytes, int value) {
        bytes.putShort((short) value).put((byte) (value >> 16));
    }

    static byte[] openCv(BufferedImage picture, String extension) {
        OpenCvCodec.load();
        Pixels pixels = pixels(picture);
        try (BytePointer data = new BytePointer(pixels.bgr());
                Mat mat = new Mat(pixels.height(), pixels.width(), opencv_core.CV_8UC3, data);
                BytePointer encoded = new BytePointer()) {
            opencv_imgcodecs.imencode(extension, mat, encoded);
            byte[] bytes = new byte[Math.toIntExact(encoded.limit())];
            encoded.get(bytes);
            return bytes;
        }
    }

    static Pixels pixels(BufferedImage picture) {
        ByteBuffer bgr = ByteBuffer.allocateDirect(3 * picture.getWidth() * picture.getHeight());
        for (int y = 0; y < picture.getHeight(); y++) {
            for (int x = 0; x < picture.getWidth(); x++) {
                int rgb = picture.getRGB(x, y);
                bgr.put((byte) rgb).put((byte) (rgb >> 8)).put((byte) (rgb >> 16));
            }
        }
        return new Pixels(picture.getWidth(), picture.getHeight(), bgr.flip());
    }

    /** An uncompressed TIFF in one strip. */
    private static byte[] tiff(BufferedImage stored, int orientation) {
        int size = 3 * stored.getWidth() * stored.getHeight();
        int[][] entries = {
            {256, 4, 1, stored.getWidth()}, {257, 4, 1, stored.getHeight()}, {258, 3, 3, 8}, {259, 3, 1, 1},
            {262, 3, 1, 2}, {273, 4, 1, 14}, {274, 3, 1, orientation}, {277, 3, 1, 3},
            {278, 4, 1, stored.getHeight()}, {279, 4, 1, size}
        };
        int directory = 14 + size;
        ByteBuffer tiff =
                ByteBuffer.allocate(directory + 6 + 12 * entries.length).order(ByteOrder.LITTLE_ENDIAN);
        tiff.put((byte) 'I').put((byte) 'I').putShort((short) 42).putInt(directory);
        tiff.putShort((short) 8).putShort((short) 8).putShort((short) 8);
        for (int y = 0; y < stored.getHeight(); y++) {
            for (int x = 0; x < stored.getWidth(); x++) {
                int rgb = stored.getRGB(x, y);
                tiff.put((byte) (rgb >> 16)).put((byte) (rgb >> 8)).put((byte) rgb);
            }
        }
        tiff.putShort((short) entries.length);
        for (int[] entry : entries) {
            // The three bit depths lie behind the header, a single short lies in the entry.
            tiff.putShort((short) entry[0])
                    .putShort((short) entry[1])
                    .putInt(entry[2])
                    .putInt(entry[0] == 258 ? 8 : entry[3]);
        }
        return tiff.putInt(0).array();
    }

    /** A copy with some bits, bytes or its length changed. */
    static byte[] mutate(byte[] picture, java.util.Random random) {
        byte[] changed = picture.clone();
        int near = Math.min(changed.length, random.nextBoolean() ? 64 : changed.length);
        for (int count = 1 + random.nextInt(4); count > 0; count--) {
            int at = random.nextInt(near);
            switch (random.nextInt(4)) {
                case 0 -> changed[at] ^= (byte) (1 << random.nextInt(8));
                case 1 -> changed[at] = (byte) random.nextInt(256);
                case 2 -> changed[at] = (byte) (random.nextBoolean() ? 0xFF : 0);
                default -> changed[at] = changed[random.nextInt(changed.length)];
            }
        }
        return random.nextInt(4) == 0 ? Arrays.copyOf(changed, random.nextInt(changed.length)) : changed;
    }
}
