package io.matricula.contract;

import java.util.List;
import java.util.Map;

/** Every error that clients can get: its name is the stable code of logs and metrics; status and text are those of the Snapshot API. */
public enum ApiError {
    MALFORMED_BODY(400, "%s"),
    BAD_FIELD(400, "%s: %s"),
    BAD_REQUEST(400, "Bad request."),
    // Snapshot: a missing or wrong token is 403, never 401.
    TOKEN_MISSING(403, "Authentication credentials were not provided."),
    TOKEN_INVALID(403, "Invalid token."),
    SIGN_IN_FAILED(403, "E-mail address or password is wrong."),
    SESSION_ENDED(403, "The session has ended. Sign in again."),
    NOT_ALLOWED(403, "This token or role may not do that."),
    OTHER_SITE(403, "Requests with cookies must come from pages of this site, with the header X-Requested-With."),
    OTHER_CAMERA(403, "This token is good for the camera_id \"%s\" only."),
    ACCOUNT_SUSPENDED(403, "This account is suspended."),
    LICENCE(403, "License: %s"),
    QUOTA_USED_UP(403, "Not enough credits: the %d calls of this period are used up. Resets on %s."),
    NOT_FOUND(404, "Not found."),
    METHOD_NOT_ALLOWED(405, "Method \"%s\" not allowed."),
    REQUEST_TIMEOUT(408, "The request did not arrive in time."),
    STILL_RUNNING(409, "The request with this Idempotency-Key is still at work. Try again in %d second%s."),
    CANCELLED(409, "This picture was cancelled before it was read."),
    JUST_REFRESHED(409, "This refresh token was used a moment ago. Use the one that came of it."),
    LENGTH_MISSING(411, "The request must say its length."),
    TOO_LARGE(413, "The request is too large: at most %d bytes are taken."),
    TOO_LARGE_FOR_WORKERS(413, "The picture is too large: no worker takes it."),
    URI_TOO_LONG(414, "The request's address is too long."),
    MEDIA_TYPE(415, "Unsupported media type \"%s\" in request."),
    CONTENT_ENCODING(415, "Unsupported content encoding in request: bodies are taken as they are, not compressed."),
    KEY_OF_OTHER_REQUEST(422, "This Idempotency-Key was used for a request with other contents."),
    TOO_FAST(429, "Request was throttled. Expected available in %d second%s."),
    TOO_MANY_ATTEMPTS(429, "Too many attempts. Try again in %d second%s."),
    QUEUE_FULL(429, "Too many pictures of this account are waiting. Try again in %d second%s."),
    HEADERS_TOO_LARGE(431, "The request's headers are too large."),
    INTERNAL(500, "A server error occurred."),
    BUSY(503, "The service is busy. Try again in %d second%s.");

    private final int status;
    private final String text;

    ApiError(int status, String text) {
        this.status = status;
        this.text = text;
    }

    public int status() {
        return status;
    }

    /** The sentence for people, with its gaps filled. */
    public String detail(Object... gaps) {
        return gaps.length == 0 ? text : String.format(text, gaps);
    }

    /** The answer's body, with what is wrong with single fields. */
    public ErrorAnswer answer(String detail, Map<String, List<String>> fields) {
        return new ErrorAnswer(detail, status, status == 413 ? detail : null, fields);
    }
}
