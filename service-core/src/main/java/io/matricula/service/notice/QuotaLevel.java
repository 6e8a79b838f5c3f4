package io.matricula.service.notice;

import java.util.List;
import java.util.stream.Stream;

/** How much of a period's calls must be used before the account is told. */
public enum QuotaLevel {
    MOST(80),
    ALL(100);

    private final int percent;

    QuotaLevel(int percent) {
        this.percent = percent;
    }

    public int percent() {
        return percent;
    }

    private long calls(long max) {
        return (long) Math.ceil(max / 100.0 * percent);
    }

    /** Whether it is this call that reaches a level. */
    public static boolean isReachedBy(long calls, long max) {
        // Asked for every call: no stream, no array.
        return max > 0 && (calls == MOST.calls(max) || calls == ALL.calls(max));
    }

    /** The levels that are reached, lowest first. A quota of none reaches none: there was nothing to use up. */
    public static List<QuotaLevel> reached(long calls, long max) {
        return Stream.of(values())
                .filter(level -> max > 0 && calls >= level.calls(max))
                .toList();
    }
}
