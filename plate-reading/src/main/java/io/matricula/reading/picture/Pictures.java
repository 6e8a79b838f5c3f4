package io.matricula.reading.picture;

import io.matricula.contract.ApiError;
import io.matricula.contract.PictureProblem;
import io.matricula.http.errors.ApiException;
import io.matricula.reading.config.ReadingConfig;

/** The checks that every picture passes, wherever it comes from. */
public final class Pictures {
    private static final int ROOM_FOR_FIELDS = 64 << 10;
    /** Base64 takes 4 bytes for 3, and a form writes some of those as three. */
    private static final double BASE64_FACTOR = 1.6;

    private Pictures() {}

    /** Longest body that a picture of the longest size may come in. */
    public static int maxBody(ReadingConfig config) {
        double longest = config.picture().maxSize().asLongValue() * BASE64_FACTOR + ROOM_FOR_FIELDS;
        return (int) Math.min(Integer.MAX_VALUE - 8, longest);
    }

    /**
     * The picture, if it is not too long and begins like one.
     *
     * @param field the field that brought it, to be named if it is refused
     */
    public static Picture checked(String field, byte[] bytes, String name, long maxSize) {
        if (bytes.length > maxSize) {
            throw ApiException.of(ApiError.TOO_LARGE, maxSize);
        }
        PictureFormat format = PictureFormat.sniff(bytes)
                .orElseThrow(() -> ApiException.field(field, PictureProblem.NOT_A_PICTURE.text()));
        return new Picture(bytes, name, format);
    }
}
