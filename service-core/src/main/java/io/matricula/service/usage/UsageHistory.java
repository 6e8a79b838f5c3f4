package io.matricula.service.usage;

import io.matricula.service.account.Account;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/** What an account has used, by days and by periods, of any stretch of time. Safe for concurrent use; one read of the store for each period. */
public final class UsageHistory {
    private final UsageStore usage;

    public UsageHistory(UsageStore usage) {
        this.usage = usage;
    }

    /** The calls of every day from the first to the last, both included; days before the sign-up are zero. */
    public List<DayCount> days(Account account, LocalDate first, LocalDate last) {
        var days = new ArrayList<DayCount>();
        for (PeriodUsage used : periods(account, first, last)) {
            LocalDate day = used.period().start();
            for (long calls : used.days()) {
                if (!day.isBefore(first) && !day.isAfter(last)) {
                    days.add(new DayCount(day, calls));
                }
                day = day.plusDays(1);
            }
        }
        return days;
    }

    /** The periods that share a day with the stretch from the first to the last day, oldest first; none if the first is after the last. */
    public List<PeriodUsage> periods(Account account, LocalDate first, LocalDate last) {
        var periods = new ArrayList<PeriodUsage>();
        LocalDate day = first;
        while (!day.isAfter(last)) {
            UsagePeriod period =
                    UsagePeriod.containing(day.atStartOfDay(ZoneOffset.UTC).toInstant(), account.signUpDay());
            periods.add(usage.find(account.id(), period));
            day = period.end();
        }
        return periods;
    }
}
