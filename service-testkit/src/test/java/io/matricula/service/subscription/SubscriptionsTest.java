package io.matricula.service.subscription;

import static io.matricula.service.People.ANN;
import static io.matricula.service.People.FROM;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.matricula.service.People;
import io.matricula.service.access.Caller;
import io.matricula.service.account.Account;
import io.matricula.service.account.PlanChange;
import io.matricula.service.audit.AuditAction;
import io.matricula.service.identity.Member;
import io.matricula.service.identity.RefusedException;
import io.matricula.service.plan.Plan;
import io.matricula.service.plan.PlanCatalogue;
import java.io.StringReader;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class SubscriptionsTest {
    private static final Instant RESET = Instant.parse("2026-02-28T00:00:00Z");
    private final People people = new People();
    private final Member ann = people.join(ANN);
    private final Caller owner = people.caller(ANN);
    private final PlanCatalogue plans = PlanCatalogue.read(new StringReader("""
            free: {calls: 2500, per-second: 1, mmc: false, self-service: true}
            standard: {calls: 50000, per-second: 8, mmc: false, self-service: true}
            enterprise: {calls: 1000000, per-second: 50, mmc: true}
            """));
    private final Subscriptions subscriptions = new Subscriptions(people.accounts, plans, people.audit, people.clock);

    @Test
    void offers_areThoseOfTheOperatorInTheirOrder() {
        assertThat(subscriptions.offers()).extracting(Plan::name).containsExactly("free", "standard");
    }

    @Test
    void change_up_isAtOnce() {
        Account account = subscriptions.change(owner, "standard", FROM);
        assertThat(account.planAt(people.clock.instant()).name()).isEqualTo("standard");
        assertThat(people.done(ann)).startsWith(AuditAction.PLAN_CHANGED);
    }

    @Test
    void change_down_isAtThePeriodsEnd_andCanBeTakenBack() {
        Account standard = subscriptions.change(owner, "standard", FROM);
        Account account = subscriptions.change(owner, "free", FROM);
        assertThat(account.planned()).isEqualTo(new PlanChange(People.FREE, RESET));
        assertThat(account.planAt(RESET.minusNanos(1))).isEqualTo(standard.plan());
        assertThat(account.planAt(RESET)).isEqualTo(People.FREE);
        assertThat(people.done(ann)).startsWith(AuditAction.PLAN_CHANGE_PLANNED);
        assertThat(subscriptions.change(owner, "standard", FROM).planned()).isNull();
    }

    @Test
    void change_keepsAgreedTerms_whenTheNameIsThePresentOne() {
        Plan agreed = People.FREE.withCallsPerPeriod(9_000);
        people.accounts.update(ann.account(), account -> account.withPlan(agreed, null));
        assertThat(subscriptions.change(owner, "free", FROM).plan()).isEqualTo(agreed);
    }

    @Test
    void change_notOnOffer_isRefused() {
        for (String name : new String[] {"enterprise", "nonsense", ""}) {
            assertThatExceptionOfType(RefusedException.class).isThrownBy(() -> subscriptions.change(owner, name, FROM));
        }
        assertThat(people.accounts.find(ann.account()).orElseThrow().plan()).isEqualTo(People.FREE);
    }
}
