package io.matricula.service.usage;

import io.matricula.service.plan.Plan;

/**
 * What a count must stay within.
 *
 * @param perPeriod calls that the period may hold
 * @param perSecond calls that a clock second may hold; {@link Plan#NO_RATE_LIMIT} for no limit
 */
public record CallLimits(long perPeriod, int perSecond) {
    public static CallLimits of(Plan plan) {
        return new CallLimits(plan.callsPerPeriod(), plan.perSecond());
    }

    public boolean limitsRate() {
        return perSecond != Plan.NO_RATE_LIMIT;
    }
}
