package io.matricula.service.subscription;

import io.matricula.service.access.Caller;
import io.matricula.service.account.Account;
import io.matricula.service.account.AccountStore;
import io.matricula.service.account.PlanChange;
import io.matricula.service.audit.AuditAction;
import io.matricula.service.audit.AuditTrail;
import io.matricula.service.audit.By;
import io.matricula.service.identity.RefusedException;
import io.matricula.service.plan.Plan;
import io.matricula.service.plan.PlanCatalogue;
import java.time.Clock;
import java.time.Instant;
import java.util.List;

/**
 * Plans, in the hands of owners: only those that the operator offers for self-service, since nothing is paid here. Whether a caller may do
 * a thing is settled before. Safe for concurrent use.
 */
public final class Subscriptions {
    private final AccountStore accounts;
    private final PlanCatalogue catalogue;
    private final AuditTrail audit;
    private final Clock clock;

    public Subscriptions(AccountStore accounts, PlanCatalogue catalogue, AuditTrail audit, Clock clock) {
        this.accounts = accounts;
        this.catalogue = catalogue;
        this.audit = audit;
        this.clock = clock;
    }

    /** The plans that owners may choose, in the order of the catalogue. */
    public List<Plan> offers() {
        return catalogue.selfService();
    }

    /**
     * Changes the caller's account to a plan on offer; its present plan's name takes a planned change back.
     *
     * @return the account as it is now
     * @throws RefusedException if the plan is not on offer
     */
    public Account change(Caller caller, String name, String from) {
        Instant now = clock.instant();
        Account changed = accounts.update(caller.account().id(), account -> changed(account, name, now))
                .orElseThrow(() -> new RefusedException("plan", "The account is gone."));
        PlanChange planned = changed.planned();
        By by = By.of(caller, from);
        if (planned == null || !planned.from().isAfter(now)) {
            audit.record(changed.id(), by, AuditAction.PLAN_CHANGED, "to " + name);
        } else {
            audit.record(changed.id(), by, AuditAction.PLAN_CHANGE_PLANNED, "to " + name + " from " + planned.from());
        }
        return changed;
    }

    private Account changed(Account account, String name, Instant now) {
        Plan current = account.planAt(now);
        if (current.name().equals(name)) {
            return account.withPlan(current, null);
        }
        Plan plan = offers().stream()
                .filter(offer -> offer.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new RefusedException("plan", "This plan is not on offer."));
        return PlanChanges.change(account, plan, now);
    }
}
