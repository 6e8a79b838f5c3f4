package io.matricula.usage.rollover;

import static org.assertj.core.api.Assertions.assertThat;

import io.matricula.service.account.Account;
import io.matricula.service.account.PlanChange;
import io.matricula.service.plan.Plan;
import io.matricula.service.testkit.FakeClock;
import io.matricula.service.testkit.InMemoryAccountStore;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class PlanRollOverTest {
    private static final Instant SIGN_UP = Instant.parse("2026-01-31T10:00:00Z");
    private static final Plan LARGE = new Plan("large", 50_000, 8, false);
    private static final Plan SMALL = new Plan("small", 2_500, 1, false);

    private final InMemoryAccountStore accounts = new InMemoryAccountStore();
    private final FakeClock clock = FakeClock.at("2026-02-27T23:59:59.999Z");
    private final PlanRollOver rollOver = new PlanRollOver(accounts, clock);

    @Test
    void run_aroundTheEndOfThePeriod_makesTheChangeOnce() {
        Account ann = Account.create("ann@example.com", LARGE, SIGN_UP)
                .withPlan(LARGE, new PlanChange(SMALL, Instant.parse("2026-02-28T00:00:00Z")));
        Account bob = Account.create("bob@example.com", LARGE, SIGN_UP);
        accounts.add(ann);
        accounts.add(bob);

        assertThat(rollOver.run()).isZero();
        assertThat(accounts.find(ann.id())).contains(ann);

        clock.set(Instant.parse("2026-02-28T00:00:00Z"));
        assertThat(rollOver.run()).isEqualTo(1);
        assertThat(rollOver.run()).isZero();
        assertThat(accounts.find(ann.id())).contains(ann.withPlan(SMALL, null));
        assertThat(accounts.find(bob.id())).contains(bob);
    }
}
