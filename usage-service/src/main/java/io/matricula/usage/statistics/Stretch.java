package io.matricula.usage.statistics;

import io.matricula.http.errors.ApiException;
import io.matricula.service.account.Account;
import io.matricula.service.usage.UsagePeriod;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * The days that somebody asks for, both ends included.
 *
 * @param first UTC day
 * @param last UTC day, not before the first
 */
record Stretch(LocalDate first, LocalDate last) {
    /** A year and a leap day: bounds what one request reads. */
    static final int MAX_DAYS = 366;

    /**
     * Either {@code from} and {@code to}, or {@code period}: current, previous, or any day of the period; without any of them the
     * current period. 400 for what is none of this.
     */
    static Stretch of(
            @Nullable String from, @Nullable String to, @Nullable String period, Account account, Instant now) {
        LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
        if (from == null && to == null) {
            return of(period(period == null ? "current" : period, account, today));
        }
        if (period != null) {
            throw ApiException.field("period", "Either period, or from and to.");
        }
        LocalDate last = to == null ? today : day("to", to);
        if (from == null) {
            throw ApiException.field("from", "This field is required with to.");
        }
        return checked(day("from", from), last);
    }

    private static Stretch checked(LocalDate first, LocalDate last) {
        if (last.isBefore(first)) {
            throw ApiException.field("to", "Must not be before from.");
        }
        if (ChronoUnit.DAYS.between(first, last) >= MAX_DAYS) {
            throw ApiException.field("to", "At most " + MAX_DAYS + " days at once.");
        }
        return new Stretch(first, last);
    }

    private static Stretch of(UsagePeriod period) {
        return new Stretch(period.start(), period.end().minusDays(1));
    }

    private static UsagePeriod period(String asked, Account account, LocalDate today) {
        UsagePeriod current = containing(today, account);
        return switch (asked) {
            case "current" -> current;
            case "previous" -> containing(current.start().minusDays(1), account);
            default -> containing(day("period", asked), account);
        };
    }

    private static UsagePeriod containing(LocalDate day, Account account) {
        return UsagePeriod.containing(day.atStartOfDay(ZoneOffset.UTC).toInstant(), account.signUpDay());
    }

    private static LocalDate day(String field, String text) {
        try {
            LocalDate day = LocalDate.parse(text.strip());
            if (day.getYear() >= 2000 && day.getYear() < 3000) {
                return day;
            }
        } catch (DateTimeParseException e) {
            // Refused below, as is a day of another millennium.
        }
        throw ApiException.field(field, "Date has wrong format. Use this format instead: YYYY-MM-DD.");
    }
}
