package io.matricula.recognition.image;

import java.nio.ByteBuffer;

/** The header of a WebP (RFC 9649): VP8X, VP8L or VP8, and the EXIF chunk. Expects a little-endian view. */
final class WebpHeader {
    static final int RIFF = 0x52494646;
    static final int WEBP = 0x57454250;

    private static final int LOSSY = fourcc("VP8 ");
    private static final int LOSSLESS = fourcc("VP8L");
    private static final int EXTENDED = fourcc("VP8X");
    private static final int EXIF = fourcc("EXIF");

    private WebpHeader() {}

    static PictureHeader read(ByteBuffer bytes) throws PictureException {
        int kind = bytes.getInt(12);
        if (kind == EXTENDED) {
            return PictureHeader.of(
                    PictureFormat.WEBP, 1 + unsigned24(bytes, 24), 1 + unsigned24(bytes, 27), orientation(bytes));
        }
        if (kind == LOSSLESS && bytes.get(20) == 0x2F) {
            int sizes = bytes.getInt(21);
            return PictureHeader.of(
                    PictureFormat.WEBP, (sizes & 0x3FFF) + 1, (sizes >>> 14 & 0x3FFF) + 1, Orientation.UPRIGHT);
        }
        if (kind == LOSSY && unsigned24(bytes, 23) == 0x2A019D) {
            return PictureHeader.of(
                    PictureFormat.WEBP, bytes.getShort(26) & 0x3FFF, bytes.getShort(28) & 0x3FFF, Orientation.UPRIGHT);
        }
        throw PictureHeader.unreadable("The WebP begins with an unknown chunk");
    }

    private static Orientation orientation(ByteBuffer bytes) {
        long at = 12;
        while (at + 8 <= bytes.limit()) {
            long length = Integer.toUnsignedLong(bytes.getInt((int) at + 4));
            if (bytes.getInt((int) at) == EXIF && at + 8 + length <= bytes.limit()) {
                return TiffHeader.orientation(withoutPrefix(bytes.slice((int) at + 8, (int) length)));
            }
            at += 8 + length + (length & 1);
        }
        return Orientation.UPRIGHT;
    }

    /** Some writers put JPEG's "Exif" and two zeros in front. */
    private static ByteBuffer withoutPrefix(ByteBuffer exif) {
        boolean prefixed = exif.limit() > 6 && exif.getInt(0) == 0x45786966;
        return prefixed ? exif.slice(6, exif.limit() - 6) : exif;
    }

    private static int unsigned24(ByteBuffer bytes, int at) {
        return Short.toUnsignedInt(bytes.getShort(at)) | (bytes.get(at + 2) & 0xFF) << 16;
    }

    private static int fourcc(String name) {
        return name.charAt(0) | name.charAt(1) << 8 | name.charAt(2) << 16 | name.charAt(3) << 24;
    }
}
