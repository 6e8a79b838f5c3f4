package io.matricula.usage.rollover;

import io.matricula.service.account.Account;
import io.matricula.service.account.AccountStore;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;

/**
 * Makes planned changes of plan that are due the account's plan. Admission goes by the due plan anyway ({@link Account#planAt}); this
 * writes it down. Repeatable, also by several processes at once. Safe for concurrent use.
 */
@Singleton
public final class PlanRollOver {
    private final AccountStore accounts;
    private final Clock clock;

    public PlanRollOver(AccountStore accounts, Clock clock) {
        this.accounts = accounts;
        this.clock = clock;
    }

    /**
     * Looks at all accounts once.
     *
     * @return how many had a change that was due
     */
    public int run() {
        Instant now = clock.instant();
        int changed = 0;
        for (Account account : accounts.list()) {
            if (!account.rolledOver(now).equals(account)) {
                accounts.update(account.id(), same -> same.rolledOver(now));
                changed++;
            }
        }
        return changed;
    }
}
