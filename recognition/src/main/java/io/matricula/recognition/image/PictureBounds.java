package io.matricula.recognition.image;

import io.matricula.recognition.image.PictureException.Reason;

/**
 * The largest pictures that are decoded.
 *
 * @param maxPixels width times height
 * @param maxSide the longer side in pixels
 */
public record PictureBounds(long maxPixels, int maxSide) {
    void check(PictureHeader header) throws PictureException {
        int longer = Math.max(header.width(), header.height());
        if (header.decodedPixels() > maxPixels || longer > maxSide) {
            throw new PictureException(
                    Reason.TOO_MANY_PIXELS,
                    "The picture has %d x %d pixels; at most %d pixels and %d a side are read"
                            .formatted(header.width(), header.height(), maxPixels, maxSide));
        }
    }
}
