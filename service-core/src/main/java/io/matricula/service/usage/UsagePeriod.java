package io.matricula.service.usage;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;

/**
 * A month of counting, anchored to the day of sign-up: from that day of the month at 00:00 UTC to the next such day.
 * Where a month lacks the day (29 to 31) its last day stands in, and the month after returns to the anchor's day.
 *
 * @param start first UTC day
 * @param end first UTC day of the next period
 */
public record UsagePeriod(LocalDate start, LocalDate end) {
    /** Longest period in days, and so the number of day counters that a store keeps. */
    public static final int MAX_DAYS = 31;

    public UsagePeriod {
        long days = ChronoUnit.DAYS.between(start, end);
        if (days < 28 || days > MAX_DAYS) {
            throw new IllegalArgumentException("a period has 28 to 31 days, not " + days);
        }
    }

    /** The period of an account that signed up on {@code anchor} which contains an instant, also one before the anchor. */
    public static UsagePeriod containing(Instant instant, LocalDate anchor) {
        LocalDate day = LocalDate.ofInstant(instant, ZoneOffset.UTC);
        long months = (day.getYear() - anchor.getYear()) * 12L + day.getMonthValue() - anchor.getMonthValue();
        if (anchor.plusMonths(months).isAfter(day)) {
            months--;
        }
        // Always from the anchor: stepping from period to period would lose day 31 for good after a February.
        return new UsagePeriod(anchor.plusMonths(months), anchor.plusMonths(months + 1));
    }

    public boolean contains(Instant instant) {
        LocalDate day = LocalDate.ofInstant(instant, ZoneOffset.UTC);
        return !day.isBefore(start) && day.isBefore(end);
    }

    /**
     * The number of an instant's day in this period, 1 to 31. Not the day of the month: a period that starts on
     * 28 February in place of the 31st also holds 28 March.
     */
    public int dayOf(Instant instant) {
        if (!contains(instant)) {
            throw new IllegalArgumentException(instant + " is outside " + this);
        }
        return (int) ChronoUnit.DAYS.between(start, LocalDate.ofInstant(instant, ZoneOffset.UTC)) + 1;
    }

    public int days() {
        return (int) ChronoUnit.DAYS.between(start, end);
    }

    /** Month of the first day, 1 to 12. */
    public int month() {
        return start.getMonthValue();
    }

    /** Year of the first day. */
    public int year() {
        return start.getYear();
    }

    /** When the counters start anew: 00:00 UTC on the first day of the next period. */
    public Instant resetsOn() {
        return end.atStartOfDay(ZoneOffset.UTC).toInstant();
    }
}
