package io.matricula.embedded;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import org.jspecify.annotations.Nullable;

/** Instants as the database keeps them: ISO 8601 in UTC, always nine digits of a second, so that text sorts as time does. */
final class InstantText {
    private static final DateTimeFormatter NINE_DIGITS =
            new DateTimeFormatterBuilder().appendInstant(9).toFormatter();

    private static final int LENGTH = "2026-01-01T00:00:00.000000000Z".length();

    private InstantText() {}

    static String of(Instant instant) {
        return NINE_DIGITS.format(instant);
    }

    static @Nullable String ofNullable(@Nullable Instant instant) {
        return instant == null ? null : of(instant);
    }

    static @Nullable Instant parseNullable(@Nullable String text) {
        return text == null ? null : parse(text);
    }

    /** Each call reads two of them, and the JDK's formatter takes many times as long for a form that is always the same. */
    static Instant parse(String text) {
        if (text.length() != LENGTH || !text.endsWith("Z")) {
            return Instant.parse(text);
        }
        return LocalDateTime.of(
                        number(text, 0, 4),
                        number(text, 5, 7),
                        number(text, 8, 10),
                        number(text, 11, 13),
                        number(text, 14, 16),
                        number(text, 17, 19),
                        number(text, 20, LENGTH - 1))
                .toInstant(ZoneOffset.UTC);
    }

    private static int number(String text, int from, int to) {
        return Integer.parseInt(text, from, to, 10);
    }
}
