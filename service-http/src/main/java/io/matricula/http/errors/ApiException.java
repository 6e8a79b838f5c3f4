package io.matricula.http.errors;

import io.matricula.contract.ApiError;
import io.matricula.contract.CloudTime;
import io.matricula.contract.ErrorAnswer;
import io.matricula.service.admission.Quota;
import java.time.Duration;
import java.util.HashMap;
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

    /** A body that should be JSON, and is none. */
    public static ApiException noJson() {
        return of(ApiError.MALFORMED_BODY, "JSON parse error - the body is not valid JSON.");
    }

    /** A body that is JSON, but no object. */
    public static ApiException noJsonObject() {
        return of(ApiError.MALFORMED_BODY, "JSON parse error - an object is needed.");
    }

    /** A call that may be tried again after a while: 409, 429 or 503. */
    public static ApiException retry(ApiError error, Duration after) {
        return retry(error, after, Map.of());
    }

    private static ApiException retry(ApiError error, Duration after, Map<String, String> more) {
        long seconds = Math.max(1, after.plusMillis(999).toSeconds());
        Map<String, String> headers = new HashMap<>(more);
        headers.put("Retry-After", Long.toString(seconds));
        return new ApiException(error, error.detail(seconds, seconds == 1 ? "" : "s"), Map.of(), Map.copyOf(headers));
    }

    /** This second's calls are used up. */
    public static ApiException tooFast(Duration after, Quota quota) {
        return retry(ApiError.TOO_FAST, after, QuotaHeaders.of(quota));
    }

    /** The period's calls are used up. */
    public static ApiException quotaUsedUp(Quota quota) {
        return new ApiException(
                ApiError.QUOTA_USED_UP,
                ApiError.QUOTA_USED_UP.detail(quota.max(), CloudTime.seconds(quota.resetsOn())),
                Map.of(),
                QuotaHeaders.of(quota));
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
