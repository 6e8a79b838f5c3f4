package io.matricula.service.plan;

import java.util.regex.Pattern;

/**
 * The terms on which an account may call. Immutable.
 *
 * @param name name in the catalogue, lower case letters, digits and hyphens
 * @param callsPerPeriod calls that a usage period may hold, at least 0
 * @param perSecond calls that one clock second may hold; {@link #NO_RATE_LIMIT} for no limit
 * @param mmc whether make, model and colour of vehicles may be asked for
 */
public record Plan(String name, long callsPerPeriod, int perSecond, boolean mmc) {
    public static final int NO_RATE_LIMIT = 0;
    private static final Pattern NAME = Pattern.compile("[a-z0-9-]{1,40}");

    public Plan {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("plan name must be 1 to 40 of a-z, 0-9 and hyphen: " + name);
        }
        if (callsPerPeriod < 0) {
            throw new IllegalArgumentException("calls a period must not be negative: " + callsPerPeriod);
        }
        if (perSecond < 0) {
            throw new IllegalArgumentException("calls a second must not be negative: " + perSecond);
        }
    }

    public boolean limitsRate() {
        return perSecond != NO_RATE_LIMIT;
    }

    /** Whether this plan gives at least as much as another in every respect, so that nobody loses by the change. */
    public boolean covers(Plan other) {
        boolean asFast = !limitsRate() || (other.limitsRate() && perSecond >= other.perSecond);
        return callsPerPeriod >= other.callsPerPeriod && asFast && (mmc || !other.mmc);
    }

    public Plan withCallsPerPeriod(long calls) {
        return new Plan(name, calls, perSecond, mmc);
    }

    public Plan withMmc(boolean included) {
        return new Plan(name, callsPerPeriod, perSecond, included);
    }

    public Plan withPerSecond(int calls) {
        return new Plan(name, callsPerPeriod, calls, mmc);
    }
}
