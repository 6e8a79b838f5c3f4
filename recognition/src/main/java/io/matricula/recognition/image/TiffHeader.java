package io.matricula.recognition.image;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** The first directory of a TIFF (TIFF 6.0, section 2), which is also how EXIF data begins. */
final class TiffHeader {
    static final int LITTLE_ENDIAN = 0x49492A00;
    static final int BIG_ENDIAN = 0x4D4D002A;

    private static final int WIDTH = 256;
    private static final int HEIGHT = 257;
    private static final int ORIENTATION = 274;
    private static final int ROWS_PER_STRIP = 278;
    private static final int TILE_WIDTH = 322;
    private static final int TILE_HEIGHT = 323;
    private static final int ENTRY = 12;
    private static final int SHORT = 3;

    private final ByteBuffer bytes;
    private final int entries;

    private TiffHeader(ByteBuffer view) {
        bytes = view.duplicate()
                .order(view.getInt(0) == LITTLE_ENDIAN ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        entries = Math.addExact(bytes.getInt(4), 2);
    }

    static PictureHeader read(ByteBuffer view) throws PictureException {
        try {
            return new TiffHeader(view).header();
        } catch (ArithmeticException e) {
            throw PictureHeader.unreadable("The TIFF's directory lies outside of it");
        }
    }

    /** The orientation that EXIF data tells; upright if it is broken or tells nothing. */
    static Orientation orientation(ByteBuffer exif) {
        try {
            ByteBuffer view = exif.order(ByteOrder.BIG_ENDIAN);
            boolean tiff = view.getInt(0) == LITTLE_ENDIAN || view.getInt(0) == BIG_ENDIAN;
            return tiff ? Orientation.ofTag((int) new TiffHeader(view).value(ORIENTATION, 1)) : Orientation.UPRIGHT;
        } catch (IndexOutOfBoundsException | ArithmeticException e) {
            // A broken note on the side is no reason to refuse a picture.
            return Orientation.UPRIGHT;
        }
    }

    private PictureHeader header() throws PictureException {
        long width = value(WIDTH, 0);
        long height = value(HEIGHT, 0);
        Orientation orientation = Orientation.ofTag((int) value(ORIENTATION, 1));
        PictureHeader header = PictureHeader.of(PictureFormat.TIFF, width, height, orientation);
        // Decoders hold a whole tile, even where it is larger than the picture.
        long tile = PictureHeader.multiply(value(TILE_WIDTH, 0), value(TILE_HEIGHT, 0));
        long strip = PictureHeader.multiply(width, Math.min(value(ROWS_PER_STRIP, 0), height));
        long decoded = Math.max(header.decodedPixels(), Math.max(tile, strip));
        return new PictureHeader(header.format(), header.width(), header.height(), decoded, orientation);
    }

    private long value(int tag, long otherwise) {
        int count = Short.toUnsignedInt(bytes.getShort(entries - 2));
        for (int entry = entries; entry < entries + count * ENTRY; entry += ENTRY) {
            if (Short.toUnsignedInt(bytes.getShort(entry)) == tag) {
                return bytes.getShort(entry + 2) == SHORT
                        ? Short.toUnsignedInt(bytes.getShort(entry + 8))
                        : Integer.toUnsignedLong(bytes.getInt(entry + 8));
            }
        }
        return otherwise;
    }
}
