package io.matricula.embedded;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import org.jspecify.annotations.Nullable;

/** Instants as the database keeps them: ISO 8601 in UTC, always nine digits of a second, so that text sorts as time does. */
final class InstantText {
    private static final DateTimeFormatter NINE_DIGITS =
            new DateTimeFormatterBuilder().appendInstant(9).toFormatter();

    private InstantText() {}

    static String of(Instant instant) {
        return NINE_DIGITS.format(instant);
    }

    static @Nullable String ofNullable(@Nullable Instant instant) {
        return instant == null ? null : of(instant);
    }

    static @Nullable Instant parseNullable(@Nullable String text) {
        return text == null ? null : Instant.parse(text);
    }
}
