package io.matricula.http.errors;

import io.matricula.contract.ApiError;
import org.jspecify.annotations.Nullable;

/** Fields of JSON bodies that must be there. */
public final class Fields {
    private Fields() {}

    /**
     * The body of a request.
     *
     * @throws ApiException 400 if there is none
     */
    public static <T> T body(@Nullable T body) {
        if (body == null) {
            throw ApiException.of(ApiError.MALFORMED_BODY, "A JSON object is needed.");
        }
        return body;
    }

    /**
     * A field's value.
     *
     * @throws ApiException 400 if it is missing or empty
     */
    public static String required(String name, @Nullable String value) {
        if (value == null || value.isEmpty()) {
            throw ApiException.field(name, "This field is required.");
        }
        return value;
    }
}
