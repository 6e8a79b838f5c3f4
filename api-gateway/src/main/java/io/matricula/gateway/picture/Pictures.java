package io.matricula.gateway.picture;

import io.matricula.contract.ApiError;
import io.matricula.contract.PictureProblem;
import io.matricula.http.errors.ApiException;

/** The checks that every picture passes, wherever it comes from. */
public final class Pictures {
    private Pictures() {}

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
