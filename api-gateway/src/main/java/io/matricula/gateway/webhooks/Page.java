package io.matricula.gateway.webhooks;

import io.matricula.contract.CloudTime;
import io.matricula.http.errors.ApiException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Which part of a long list is asked for. */
final class Page {
    private static final int USUAL = 100;
    private static final int MOST = 1000;
    /** Later than anything, and still a year that every store can write. */
    private static final Instant END = Instant.parse("9999-01-01T00:00:00Z");

    private Page() {}

    static Instant before(@Nullable String text) {
        return text == null
                ? END
                : CloudTime.parse(text).orElseThrow(() -> ApiException.field("before", "Enter an ISO 8601 time."));
    }

    static int limit(@Nullable String text) {
        if (text == null) {
            return USUAL;
        }
        if (!text.matches("[1-9][0-9]{0,3}") || Integer.parseInt(text) > MOST) {
            throw ApiException.field("limit", "A number from 1 to " + MOST + " is required.");
        }
        return Integer.parseInt(text);
    }
}
