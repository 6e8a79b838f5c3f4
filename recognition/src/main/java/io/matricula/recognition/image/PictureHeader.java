package io.matricula.recognition.image;

import io.matricula.recognition.image.PictureException.Reason;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * What a picture says of itself before anything is decoded.
 *
 * @param width of the stored pixels, before they are turned upright
 * @param height of the stored pixels
 * @param decodedPixels pixels that a decoder holds at a time: width times height, or more where tiles are larger than the picture
 */
record PictureHeader(PictureFormat format, int width, int height, long decodedPixels, Orientation orientation) {
    private static final int SHORTEST = 12;

    /** Reads the header only: time and memory don't depend on what size it announces. */
    static PictureHeader read(byte[] picture) throws PictureException {
        if (picture.length == 0) {
            throw new PictureException(Reason.EMPTY, "The picture has no bytes");
        }
        try {
            return read(ByteBuffer.wrap(picture).asReadOnlyBuffer());
        } catch (IndexOutOfBoundsException e) {
            throw unreadable("The picture ends within its header");
        }
    }

    private static PictureHeader read(ByteBuffer bytes) throws PictureException {
        return switch (format(bytes)) {
            case JPEG -> JpegHeader.read(bytes);
            case PNG -> PngHeader.read(bytes);
            case WEBP -> WebpHeader.read(bytes.order(ByteOrder.LITTLE_ENDIAN));
            case TIFF -> TiffHeader.read(bytes);
            case GIF -> gif(bytes.order(ByteOrder.LITTLE_ENDIAN));
            case BMP -> bmp(bytes.order(ByteOrder.LITTLE_ENDIAN));
        };
    }

    static PictureHeader of(PictureFormat format, long width, long height, Orientation orientation)
            throws PictureException {
        if (width == 0 || height == 0) {
            throw new PictureException(Reason.EMPTY, "The picture has no pixels");
        }
        if (width < 0 || height < 0) {
            throw unreadable("The picture has a negative size");
        }
        int bounded = (int) Math.min(width, Integer.MAX_VALUE);
        return new PictureHeader(
                format, bounded, (int) Math.min(height, Integer.MAX_VALUE), multiply(width, height), orientation);
    }

    static PictureException unreadable(String message) {
        return new PictureException(Reason.UNREADABLE, message);
    }

    /** The product of two sizes below 2^32, or the largest number if it doesn't fit. */
    static long multiply(long width, long height) {
        return width > Integer.MAX_VALUE || height > Integer.MAX_VALUE ? Long.MAX_VALUE : width * height;
    }

    private static PictureFormat format(ByteBuffer bytes) throws PictureException {
        if (bytes.limit() < SHORTEST) {
            throw new PictureException(Reason.UNSUPPORTED_FORMAT, "Too few bytes for a picture");
        }
        int start = bytes.getInt(0);
        if (start >>> 8 == 0xFFD8FF) {
            return PictureFormat.JPEG;
        }
        if (bytes.getLong(0) == PngHeader.SIGNATURE) {
            return PictureFormat.PNG;
        }
        if (start == 0x47494638) {
            return PictureFormat.GIF;
        }
        if (start >>> 16 == 0x424D) {
            return PictureFormat.BMP;
        }
        if (start == WebpHeader.RIFF && bytes.getInt(8) == WebpHeader.WEBP) {
            return PictureFormat.WEBP;
        }
        if (start == TiffHeader.LITTLE_ENDIAN || start == TiffHeader.BIG_ENDIAN) {
            return PictureFormat.TIFF;
        }
        throw new PictureException(Reason.UNSUPPORTED_FORMAT, "Not one of JPEG, PNG, WebP, BMP, GIF and TIFF");
    }

    /** GIF89a, 18: the logical screen. A frame may be larger; the decoded size is checked again. */
    private static PictureHeader gif(ByteBuffer bytes) throws PictureException {
        return of(
                PictureFormat.GIF,
                Short.toUnsignedInt(bytes.getShort(6)),
                Short.toUnsignedInt(bytes.getShort(8)),
                Orientation.UPRIGHT);
    }

    private static PictureHeader bmp(ByteBuffer bytes) throws PictureException {
        boolean core = bytes.getInt(14) == 12;
        long width = core ? Short.toUnsignedInt(bytes.getShort(18)) : bytes.getInt(18);
        long height = core ? Short.toUnsignedInt(bytes.getShort(20)) : bytes.getInt(22);
        // A negative height means that the top row comes first.
        return of(PictureFormat.BMP, width, Math.abs(height), Orientation.UPRIGHT);
    }
}
