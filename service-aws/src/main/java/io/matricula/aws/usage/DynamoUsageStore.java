package io.matricula.aws.usage;

import io.matricula.aws.dynamo.Change;
import io.matricula.aws.dynamo.Dynamo;
import io.matricula.aws.dynamo.Item;
import io.matricula.aws.dynamo.Table;
import io.matricula.aws.dynamo.Written.Done;
import io.matricula.aws.dynamo.Written.Refused;
import io.matricula.service.account.AccountId;
import io.matricula.service.plan.Plan;
import io.matricula.service.usage.Call;
import io.matricula.service.usage.CountResult;
import io.matricula.service.usage.CountResult.Verdict;
import io.matricula.service.usage.PeriodUsage;
import io.matricula.service.usage.UsagePeriod;
import io.matricula.service.usage.UsageStore;
import java.util.List;

/**
 * Counted calls in DynamoDB, one item of under 1 kB for an account and period: a call that is counted, or refused, costs one
 * write unit. A second unit is due when the account's last call was a multiple of 31 seconds ago, or its clock lagged. Safe
 * for concurrent use, also by several processes.
 */
public final class DynamoUsageStore implements UsageStore {
    private static final Table TABLE = Table.USAGE;
    private final Dynamo dynamo;

    public DynamoUsageStore(Dynamo dynamo) {
        this.dynamo = dynamo;
    }

    @Override
    public CountResult count(Call call, Plan plan) {
        if (plan.callsPerPeriod() == 0) {
            return new CountResult(
                    Verdict.QUOTA_USED_UP, find(call.account(), call.period()).calls());
        }
        var counting = new Counting(call, plan);
        Change change = counting.inSecond(counting.second());
        while (true) {
            var written = dynamo.update(TABLE, key(call.account(), call.period()), change);
            if (written instanceof Done done) {
                return new CountResult(Verdict.COUNTED, done.changed().number("calls"));
            }
            Item seen = ((Refused) written).seen();
            if (counting.refused(seen)) {
                return counting.refusal(seen);
            }
            // The window was not where the change expected it: what was seen tells where it is.
            change = counting.in(RateWindow.of(seen));
        }
    }

    @Override
    public void giveBack(Call call) {
        Item key = key(call.account(), call.period());
        String day = Counting.day(call.day());
        Change both = lower(
                "calls = calls - :one, " + day + " = " + day + " - :one", "calls >= :one AND " + day + " >= :one");
        if (dynamo.update(TABLE, key, both) instanceof Refused) {
            dynamo.update(TABLE, key, lower("calls = calls - :one", "calls >= :one"));
            dynamo.update(TABLE, key, lower(day + " = " + day + " - :one", day + " >= :one"));
        }
    }

    private static Change lower(String assignments, String condition) {
        return new Change(
                "SET " + assignments,
                condition,
                Item.builder().number(":one", 1).build());
    }

    @Override
    public PeriodUsage find(AccountId account, UsagePeriod period) {
        Item item = dynamo.find(TABLE, key(account, period)).orElse(Item.EMPTY);
        Long[] days = new Long[period.days()];
        for (int day = 1; day <= days.length; day++) {
            days[day - 1] = item.number(Counting.day(day), 0);
        }
        return new PeriodUsage(period, item.number("calls", 0), List.of(days));
    }

    @Override
    public long totalCalls(AccountId account) {
        return dynamo.list(TABLE, account.value()).stream()
                .mapToLong(item -> item.number("calls", 0))
                .sum();
    }

    private static Item key(AccountId account, UsagePeriod period) {
        return Item.builder()
                .text("account", account.value())
                .text("period_start", period.start().toString())
                .build();
    }
}
