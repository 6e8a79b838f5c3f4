package io.matricula.service.notice;

import io.matricula.service.account.AccountId;
import io.matricula.service.plan.Plan;
import io.matricula.service.usage.Call;
import io.matricula.service.usage.CountResult;
import io.matricula.service.usage.Counting;
import io.matricula.service.usage.PeriodUsage;
import io.matricula.service.usage.UsagePeriod;
import io.matricula.service.usage.UsageStore;
import java.io.UncheckedIOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;

/**
 * Counted calls, and a note of each account whose call has just reached a level of its quota: so nobody needs to look at all accounts to find it.
 * Two calls of a period cost a write more. Safe for concurrent use.
 */
public final class WatchedUsage implements UsageStore {
    private static final Logger LOG = System.getLogger(WatchedUsage.class.getName());

    private final UsageStore usage;
    private final NoticeStore notices;

    public WatchedUsage(UsageStore usage, NoticeStore notices) {
        this.usage = usage;
        this.notices = notices;
    }

    @Override
    public CountResult count(Call call, Plan plan) {
        CountResult result = usage.count(call, plan);
        if (reachesLevel(result, plan)) {
            note(call.account());
        }
        return result;
    }

    @Override
    public Counting begin(Call call, Plan plan) {
        Counting counting = usage.begin(call, plan);
        if (!reachesLevel(counting.result(), plan)) {
            return counting;
        }
        return new Counting(counting.result(), () -> {
            counting.durable().run();
            note(call.account());
        });
    }

    private static boolean reachesLevel(CountResult result, Plan plan) {
        return result.verdict() == CountResult.Verdict.COUNTED
                && QuotaLevel.isReachedBy(result.calls(), plan.callsPerPeriod());
    }

    /** The call is counted whatever becomes of the note: {@code QuotaMails} looks at all accounts now and then. */
    private void note(AccountId account) {
        try {
            notices.due(account);
        } catch (UncheckedIOException e) {
            LOG.log(Level.WARNING, "account=" + account + " could not be noted for a mail about its quota", e);
        }
    }

    @Override
    public void giveBack(Call call) {
        usage.giveBack(call);
    }

    @Override
    public PeriodUsage find(AccountId account, UsagePeriod period) {
        return usage.find(account, period);
    }

    @Override
    public long totalCalls(AccountId account) {
        return usage.totalCalls(account);
    }
}
