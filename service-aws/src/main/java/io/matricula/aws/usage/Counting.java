package io.matricula.aws.usage;

import io.matricula.aws.dynamo.Change;
import io.matricula.aws.dynamo.Item;
import io.matricula.service.plan.Plan;
import io.matricula.service.usage.Call;
import io.matricula.service.usage.CountResult;
import io.matricula.service.usage.CountResult.Verdict;
import java.util.List;
import java.util.stream.IntStream;

/** The conditional writes that count one call. */
record Counting(Call call, Plan plan) {
    private static final String WITHIN_QUOTA = "(attribute_not_exists(calls) OR calls < :quota)";
    private static final List<String> DAYS = IntStream.rangeClosed(1, 31)
            .mapToObj(day -> String.format("d%02d", day))
            .toList();

    static String day(int day) {
        return DAYS.get(day - 1);
    }

    long second() {
        return call.at().getEpochSecond();
    }

    /** Counts the call in a second: in that second's window if it is open, else in a new one. */
    Change inSecond(long second) {
        String count = RateWindow.name(second);
        String mayAdd = plan.limitsRate() ? " AND " + count + " < :rate" : "";
        String condition = WITHIN_QUOTA + " AND (window_second = :second" + mayAdd + " OR attribute_not_exists(" + count
                + ") AND NOT window_second = :next)";
        return new Change(
                "SET window_second = :second REMOVE " + RateWindow.namesBut(second) + " ADD calls :one, "
                        + day(call.day()) + " :one, " + count + " :one",
                condition,
                values(second, plan.limitsRate()).number(":next", second + 1).build());
    }

    /** Counts the call given the window that was seen. */
    Change in(RateWindow window) {
        if (window.isOpenAt(second())) {
            return inSecond(window.second());
        }
        return window.hasNameOf(second()) ? startingOver(window) : inSecond(second());
    }

    /** Starts a window under the name that an old one still has. */
    private Change startingOver(RateWindow old) {
        String count = RateWindow.name(second());
        return new Change(
                "SET window_second = :second, " + count + " = :one ADD calls :one, " + day(call.day()) + " :one",
                WITHIN_QUOTA + " AND window_second = :old",
                values(second(), false).number(":old", old.second()).build());
    }

    private Item.Builder values(long second, boolean withRate) {
        Item.Builder values =
                Item.builder().number(":one", 1).number(":second", second).number(":quota", plan.callsPerPeriod());
        return withRate ? values.number(":rate", plan.perSecond()) : values;
    }

    /** Whether the plan forbids the call, given the item that refused the write. */
    boolean refused(Item seen) {
        return quotaUsedUp(seen) || tooFast(seen);
    }

    CountResult refusal(Item seen) {
        return new CountResult(quotaUsedUp(seen) ? Verdict.QUOTA_USED_UP : Verdict.TOO_FAST, seen.number("calls", 0));
    }

    private boolean quotaUsedUp(Item seen) {
        return seen.number("calls", 0) >= plan.callsPerPeriod();
    }

    private boolean tooFast(Item seen) {
        RateWindow window = RateWindow.of(seen);
        return plan.limitsRate() && window.isOpenAt(second()) && window.count() >= plan.perSecond();
    }
}
