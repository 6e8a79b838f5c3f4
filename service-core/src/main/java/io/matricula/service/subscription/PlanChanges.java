package io.matricula.service.subscription;

import io.matricula.service.account.Account;
import io.matricula.service.account.PlanChange;
import io.matricula.service.plan.Plan;
import io.matricula.service.usage.UsagePeriod;
import java.time.Instant;

/** When another plan takes over. */
public final class PlanChanges {
    private PlanChanges() {}

    /**
     * An account with another plan: at once if that takes nothing away, else at the end of the usage period that was paid for. An
     * earlier change that has not taken over yet is dropped.
     */
    public static Account change(Account account, Plan plan, Instant now) {
        Plan current = account.planAt(now);
        if (plan.covers(current)) {
            return account.withPlan(plan, null);
        }
        Instant end = UsagePeriod.containing(now, account.signUpDay()).resetsOn();
        return account.withPlan(current, new PlanChange(plan, end));
    }
}
