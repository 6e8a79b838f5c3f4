package io.matricula.http.errors;

import io.matricula.contract.ApiError;
import io.matricula.contract.ErrorAnswer;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Ends a request with an error of the catalogue. Carries no stack trace: it is an answer, not a fault. */
public final class ApiException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final ApiError error;
    private final transient Map<String, List<String>> fields;
    private final transient Map<String, String> headers;

    private ApiException(ApiError error, String detail, Map<String, List<String>> fields, Map<String, String> headers) {
        super(detail, null, false, false);
        this.error = error;
        this.fields = fields;
        this.headers = headers;
    }

    /** An error with the gaps of its sentence filled. */
    public static ApiException of(ApiError error, Object... gaps) {
        return new ApiException(error, error.detail(gaps), Map.of(), Map.of());
    }

    /** A field of the request that can't be taken. */
    public static ApiException field(String name, String problem) {
        return new ApiException(
                ApiError.BAD_FIELD, ApiError.BAD_FIELD.detail(name, problem), Map.of(name, List.of(problem)), Map.of());
    }

    /** A call that may be tried again after a while: 409, 429 or 503. */
    public static ApiException retry(ApiError error, Duration after) {
        long seconds = Math.max(1, after.plusMillis(999).toSeconds());
        return new ApiException(
                error,
                error.detail(seconds, seconds == 1 ? "" : "s"),
                Map.of(),
                Map.of("Retry-After", Long.toString(seconds)));
    }

    /** The period's calls are used up. */
    public static ApiException quotaUsedUp(long max, String resetsOn, Instant reset) {
        return new ApiException(
                ApiError.QUOTA_USED_UP,
                ApiError.QUOTA_USED_UP.detail(max, resetsOn),
                Map.of(),
                Map.of(
                        "X-RateLimit-Limit", Long.toString(max),
                        "X-RateLimit-Remaining", "0",
                        "X-RateLimit-Reset", Long.toString(reset.getEpochSecond())));
    }

    public ApiError error() {
        return error;
    }

    /** Headers of the answer beside the usual ones. */
    public Map<String, String> headers() {
        return headers;
    }

    public ErrorAnswer answer() {
        return error.answer(String.valueOf(getMessage()), fields);
    }
}
