package io.matricula.service.webhook;

import java.util.UUID;
import java.util.regex.Pattern;

/**
 * The name of an event: 32 lower-case hex digits. It is the {@code webhook-id} of every attempt to deliver the event, so that a
 * receiver that gets one twice can tell.
 */
public record EventId(String value) {
    private static final Pattern FORM = Pattern.compile("[0-9a-f]{32}");

    public EventId {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("not an event id: " + value);
        }
    }

    public static EventId random() {
        return new EventId(UUID.randomUUID().toString().replace("-", ""));
    }

    @Override
    public String toString() {
        return value;
    }
}
