package io.matricula.recognition.image;

import java.nio.ByteBuffer;

/** The header of a JPEG stream (ITU-T T.81, annex B): walks the segments up to the first scan. */
final class JpegHeader {
    private static final int START_OF_SCAN = 0xDA;
    private static final int END_OF_IMAGE = 0xD9;
    private static final int APP1 = 0xE1;
    private static final int EXIF = 0x45786966;

    private JpegHeader() {}

    static PictureHeader read(ByteBuffer bytes) throws PictureException {
        Orientation orientation = Orientation.UPRIGHT;
        int frame = -1;
        int at = 2;
        while (at + 4 <= bytes.limit()) {
            int marker = bytes.get(at + 1) & 0xFF;
            if (bytes.get(at) != (byte) 0xFF || marker == 0xFF) {
                // Fill bytes, or rubbish between segments that decoders skip as well.
                at++;
            } else if (marker == START_OF_SCAN || marker == END_OF_IMAGE) {
                break;
            } else if (standsAlone(marker)) {
                at += 2;
            } else {
                int length = Short.toUnsignedInt(bytes.getShort(at + 2));
                frame = frame < 0 && startsFrame(marker) ? at : frame;
                orientation = marker == APP1 ? exif(bytes, at + 4, length - 2, orientation) : orientation;
                at += 2 + Math.max(2, length);
            }
        }
        return header(bytes, frame, orientation);
    }

    private static PictureHeader header(ByteBuffer bytes, int frame, Orientation orientation) throws PictureException {
        if (frame < 0) {
            throw PictureHeader.unreadable("The JPEG has no frame header");
        }
        int height = Short.toUnsignedInt(bytes.getShort(frame + 5));
        int width = Short.toUnsignedInt(bytes.getShort(frame + 7));
        return PictureHeader.of(PictureFormat.JPEG, width, height, orientation);
    }

    /** SOF0 to SOF15; C4, C8 and CC in between mean something else. */
    private static boolean startsFrame(int marker) {
        return marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC;
    }

    private static boolean standsAlone(int marker) {
        return marker <= 0x01 || marker >= 0xD0 && marker <= 0xD8;
    }

    private static Orientation exif(ByteBuffer bytes, int start, int length, Orientation otherwise) {
        if (length < 6 || start + length > bytes.limit() || bytes.getInt(start) != EXIF) {
            return otherwise;
        }
        return TiffHeader.orientation(bytes.slice(start + 6, length - 6));
    }
}
