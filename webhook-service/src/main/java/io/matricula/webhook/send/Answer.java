package io.matricula.webhook.send;

import io.matricula.service.webhook.AttemptResult;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Set;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.Header;
import org.jspecify.annotations.Nullable;

/**
 * What a target answered.
 *
 * @param redirect where it sends the request; null if it does not
 */
record Answer(
        int status,
        String excerpt,
        @Nullable String redirect,
        @Nullable Duration retryAfter) {
    /** 303 is left out: it asks for a GET, which would deliver nothing. */
    private static final Set<Integer> REDIRECTS = Set.of(301, 302, 307, 308);

    static Answer of(ClassicHttpResponse response, String excerpt, Clock clock) {
        int status = response.getCode();
        String location = REDIRECTS.contains(status) ? value(response, "Location") : null;
        return new Answer(status, excerpt, location, retryAfter(value(response, "Retry-After"), clock));
    }

    private static @Nullable String value(ClassicHttpResponse response, String name) {
        Header header = response.getFirstHeader(name);
        return header == null ? null : header.getValue();
    }

    AttemptResult result(Duration latency) {
        boolean good = status / 100 == 2;
        return new AttemptResult(status, latency, excerpt, good ? null : "status " + status, retryAfter);
    }

    /** RFC 9110, 10.2.3: seconds or a date. Null for anything else. */
    private static @Nullable Duration retryAfter(@Nullable String text, Clock clock) {
        if (text == null) {
            return null;
        }
        String sent = text.strip();
        if (sent.matches("[0-9]{1,9}")) {
            return Duration.ofSeconds(Long.parseLong(sent));
        }
        try {
            Duration until = Duration.between(
                    clock.instant(),
                    ZonedDateTime.parse(sent, DateTimeFormatter.RFC_1123_DATE_TIME)
                            .toInstant());
            return until.isNegative() ? null : Duration.ofSeconds(until.toSeconds() + 1);
        } catch (DateTimeException e) {
            return null;
        }
    }
}
