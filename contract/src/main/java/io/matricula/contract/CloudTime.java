package io.matricula.contract;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAccessor;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Instants as the Snapshot API writes and reads them. */
public final class CloudTime {
    private static final DateTimeFormatter MICROS = DateTimeFormatter.ofPattern(
                    "uuuu-MM-dd'T'HH:mm:ss.SSSSSS'Z'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter SECONDS =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter SENT = new DateTimeFormatterBuilder()
            .appendPattern("uuuu-MM-dd['T'][' ']HH:mm")
            .optionalStart()
            .appendPattern(":ss")
            .optionalStart()
            .appendFraction(ChronoField.NANO_OF_SECOND, 1, 9, true)
            .optionalEnd()
            .optionalEnd()
            .appendPattern("[XXX][XX][X]")
            .toFormatter(Locale.ROOT)
            .withResolverStyle(ResolverStyle.STRICT);

    private static final Pattern BASIC = Pattern.compile("^(\\d{4})(\\d{2})(\\d{2})T(\\d{2})(\\d{2})(\\d{2})");
    /** A form turns the plus of an offset into a blank. */
    private static final Pattern LOST_PLUS = Pattern.compile("(:\\d{2}[.\\d]*) (\\d{2}:?\\d{2})$");

    private static final Pattern BLANK_BEFORE_OFFSET = Pattern.compile("(:\\d{2}[.\\d]*) ([+-]|Z$)");
    private static final Instant FIRST = Instant.parse("0001-01-01T00:00:00Z");
    private static final Instant END = Instant.parse("+10000-01-01T00:00:00Z");

    private static final DateTimeFormatter WITHOUT_ZONE = DateTimeFormatter.ofPattern(
                    "uuuu-MM-dd HH:mm:ss.SSSSSS", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    private CloudTime() {}

    /** UTC with microseconds, {@code 2023-09-10T13:00:14.745242Z}. */
    public static String micros(Instant instant) {
        return MICROS.format(instant);
    }

    /** UTC as the on-premises SDK writes it, with a blank and without a zone, {@code 2025-05-30 13:59:09.481824}. */
    public static String withoutZone(Instant instant) {
        return WITHOUT_ZONE.format(instant);
    }

    /** UTC with seconds, {@code 2019-01-14T00:00:00Z}. */
    public static String seconds(Instant instant) {
        return SECONDS.format(instant);
    }

    /**
     * The instant of an ISO 8601 date and time: with {@code T} or a blank, seconds and their fraction optional, UTC if there is no
     * offset; also a date alone, and all digits without signs between them. Years 1 to 9999 in UTC. Empty if the text is none.
     */
    public static Optional<Instant> parse(String text) {
        String sent = extended(text.strip().toUpperCase(Locale.ROOT));
        if (sent.length() > 40 || !sent.matches("\\d{4}-.*")) {
            return Optional.empty();
        }
        try {
            return Optional.of(sent.length() == 10 ? startOfDay(sent) : parseTime(sent))
                    .filter(instant -> !instant.isBefore(FIRST) && instant.isBefore(END));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    /** A text in one of the other forms in the form that the formatter knows. */
    private static String extended(String sent) {
        String signed = BASIC.matcher(sent.replace(',', '.')).replaceFirst("$1-$2-$3T$4:$5:$6");
        return BLANK_BEFORE_OFFSET
                .matcher(LOST_PLUS.matcher(signed).replaceFirst("$1+$2"))
                .replaceFirst("$1$2");
    }

    private static Instant startOfDay(String date) {
        return LocalDate.parse(date).atStartOfDay().toInstant(ZoneOffset.UTC);
    }

    private static Instant parseTime(String text) {
        TemporalAccessor time = SENT.parseBest(text, OffsetDateTime::from, LocalDateTime::from);
        return time instanceof OffsetDateTime offset
                ? offset.toInstant()
                : ((LocalDateTime) time).toInstant(ZoneOffset.UTC);
    }
}
