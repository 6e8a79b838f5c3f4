package io.matricula.service.usage;

import java.util.List;

/**
 * The calls of one account in one period.
 *
 * @param calls calls counted and not given back
 * @param days calls of each day of the period, first day first; as many entries as the period has days
 */
public record PeriodUsage(UsagePeriod period, long calls, List<Long> days) {
    public PeriodUsage {
        days = List.copyOf(days);
        if (days.size() != period.days()) {
            throw new IllegalArgumentException("a period of " + period.days() + " days, but " + days.size());
        }
    }
}
