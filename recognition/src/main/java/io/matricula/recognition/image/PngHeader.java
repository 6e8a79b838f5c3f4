package io.matricula.recognition.image;

import java.nio.ByteBuffer;

/** The header of a PNG (W3C PNG, third edition): IHDR, and eXIf wherever it stands. */
final class PngHeader {
    static final long SIGNATURE = 0x89504E470D0A1A0AL;

    private static final int IHDR = 0x49484452;
    private static final int EXIF = 0x65584966;
    private static final int FRAME = 12;

    private PngHeader() {}

    static PictureHeader read(ByteBuffer bytes) throws PictureException {
        if (bytes.getInt(12) != IHDR) {
            throw PictureHeader.unreadable("The PNG doesn't begin with IHDR");
        }
        long width = Integer.toUnsignedLong(bytes.getInt(16));
        long height = Integer.toUnsignedLong(bytes.getInt(20));
        return PictureHeader.of(PictureFormat.PNG, width, height, orientation(bytes));
    }

    private static Orientation orientation(ByteBuffer bytes) {
        long at = 8;
        while (at + FRAME <= bytes.limit()) {
            long length = Integer.toUnsignedLong(bytes.getInt((int) at));
            if (bytes.getInt((int) at + 4) == EXIF && at + FRAME + length <= bytes.limit()) {
                return TiffHeader.orientation(bytes.slice((int) at + 8, (int) length));
            }
            at += FRAME + length;
        }
        return Orientation.UPRIGHT;
    }
}
