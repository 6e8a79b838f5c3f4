package io.matricula.service.testkit;

import io.matricula.service.account.AccountId;
import io.matricula.service.plan.Plan;
import io.matricula.service.usage.Call;
import io.matricula.service.usage.CountResult;
import io.matricula.service.usage.CountResult.Verdict;
import io.matricula.service.usage.PeriodUsage;
import io.matricula.service.usage.UsagePeriod;
import io.matricula.service.usage.UsageStore;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/** Counted calls in memory, for tests. Safe for concurrent use. */
public final class InMemoryUsageStore implements UsageStore {
    private final Map<Key, Counters> usage = new HashMap<>();

    @Override
    public synchronized CountResult count(Call call, Plan plan) {
        Counters counters = usage.computeIfAbsent(Key.of(call.account(), call.period()), key -> new Counters());
        return new CountResult(counters.count(call, plan), counters.calls);
    }

    @Override
    public synchronized void giveBack(Call call) {
        Counters counters = usage.get(Key.of(call.account(), call.period()));
        if (counters != null) {
            counters.calls = Math.max(0, counters.calls - 1);
            int day = call.day() - 1;
            counters.days[day] = Math.max(0, counters.days[day] - 1);
        }
    }

    @Override
    public synchronized PeriodUsage find(AccountId account, UsagePeriod period) {
        Counters counters = usage.getOrDefault(Key.of(account, period), new Counters());
        var days = Arrays.stream(counters.days, 0, period.days()).boxed().toList();
        return new PeriodUsage(period, counters.calls, days);
    }

    @Override
    public synchronized long totalCalls(AccountId account) {
        return usage.entrySet().stream()
                .filter(entry -> entry.getKey().account().equals(account))
                .mapToLong(entry -> entry.getValue().calls)
                .sum();
    }

    private record Key(AccountId account, LocalDate start) {
        static Key of(AccountId account, UsagePeriod period) {
            return new Key(account, period.start());
        }
    }

    private static final class Counters {
        private final long[] days = new long[UsagePeriod.MAX_DAYS];
        private long calls;
        private long windowSecond = Long.MIN_VALUE;
        private int windowCount;

        Verdict count(Call call, Plan plan) {
            if (calls >= plan.callsPerPeriod()) {
                return Verdict.QUOTA_USED_UP;
            }
            long second = call.at().getEpochSecond();
            boolean windowOpen = windowSecond == second || windowSecond == second + 1;
            if (plan.limitsRate() && windowOpen && windowCount >= plan.perSecond()) {
                return Verdict.TOO_FAST;
            }
            windowCount = windowOpen ? windowCount + 1 : 1;
            windowSecond = windowOpen ? windowSecond : second;
            calls++;
            days[call.day() - 1]++;
            return Verdict.COUNTED;
        }
    }
}
