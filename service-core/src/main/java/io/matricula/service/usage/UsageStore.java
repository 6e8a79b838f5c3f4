package io.matricula.service.usage;

import io.matricula.service.account.AccountId;
import io.matricula.service.plan.Plan;

/**
 * Port: the counted calls of every account and period. A count is durable when the method returns: no crash of the process
 * or the machine takes it back. Safe for concurrent use, also by several processes. All methods throw
 * {@link java.io.UncheckedIOException} if the store can't be reached; whether the call was counted is then unknown.
 */
public interface UsageStore {
    /**
     * Counts a call if the plan allows it, in one conditional write: quota, rate window and day counter change together or not at all. The rate
     * window is the clock second of {@link Call#at}; a call whose clock lags the open window by one second counts in that
     * window, one that lags more opens its own. Not idempotent: each use is a call.
     */
    CountResult count(Call call, Plan plan);

    /** The same as {@link #count}, but returns as soon as it is decided, durable or not. */
    default Counting begin(Call call, Plan plan) {
        return new Counting(count(call, plan), () -> {});
    }

    /**
     * Takes a counted call back from its period and day; the rate window keeps it, for it was work all the same. To be used at
     * most once for a call; a counter at zero stays there.
     */
    void giveBack(Call call);

    /** The usage of a period; all zero if nothing was counted. */
    PeriodUsage find(AccountId account, UsagePeriod period);

    /** All calls of an account, of every period. */
    long totalCalls(AccountId account);
}
