package io.matricula.service.report;

import java.time.LocalDate;
import java.util.regex.Pattern;

/**
 * The calls of one installation in one period, as it tells them. Immutable.
 *
 * @param installation its id
 * @param period first UTC day of the period
 * @param licence id of the licence in use at that time, or {@link #TRIAL}
 * @param calls counted so far; never fewer than were told before
 */
public record UsageReport(String installation, LocalDate period, String licence, long calls) {
    /** In the place of a licence's id where there is none. */
    public static final String TRIAL = "trial";

    private static final Pattern WORD = Pattern.compile("[A-Za-z0-9-]{1,64}");

    /**
     * @throws IllegalArgumentException if an id can't be one, or calls are negative
     */
    public UsageReport {
        if (!WORD.matcher(installation).matches() || !WORD.matcher(licence).matches()) {
            throw new IllegalArgumentException("ids are letters, digits and hyphens");
        }
        if (calls < 0) {
            throw new IllegalArgumentException("calls are not negative");
        }
    }
}
