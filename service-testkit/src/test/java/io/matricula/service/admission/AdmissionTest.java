package io.matricula.service.admission;

import static org.assertj.core.api.Assertions.assertThat;

import io.matricula.service.access.Caller;
import io.matricula.service.account.Account;
import io.matricula.service.account.PlanChange;
import io.matricula.service.admission.AdmissionResult.Admitted;
import io.matricula.service.admission.AdmissionResult.QuotaUsedUp;
import io.matricula.service.admission.AdmissionResult.Suspended;
import io.matricula.service.admission.AdmissionResult.TooFast;
import io.matricula.service.audit.AuditTrail;
import io.matricula.service.operator.AccountAdmin;
import io.matricula.service.operator.NewAccount;
import io.matricula.service.plan.Plan;
import io.matricula.service.testkit.FakeClock;
import io.matricula.service.testkit.InMemoryAccountStore;
import io.matricula.service.testkit.InMemoryAuditStore;
import io.matricula.service.testkit.InMemoryTokenStore;
import io.matricula.service.testkit.InMemoryUsageStore;
import io.matricula.service.token.TokenSecret;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class AdmissionTest {
    private static final Instant RESET = Instant.parse("2026-02-28T00:00:00Z");
    private final FakeClock clock = FakeClock.at("2026-01-31T10:00:00.25Z");
    private final InMemoryAccountStore accounts = new InMemoryAccountStore();
    private final InMemoryTokenStore tokens = new InMemoryTokenStore(accounts);
    private final InMemoryAuditStore trail = new InMemoryAuditStore();
    private final AccountAdmin admin = new AccountAdmin(accounts, tokens, new AuditTrail(trail, clock), clock);
    private final Admission admission = new Admission(accounts, tokens, new InMemoryUsageStore());
    private final NewAccount ann = admin.create("ann@example.com", new Plan("small", 3, 2, false));

    private AdmissionResult admit() {
        Account account =
                admission.authenticate(ann.token().reveal()).orElseThrow().account();
        return admission.admit(account, clock.instant());
    }

    private void nextSecond() {
        clock.advance(Duration.ofSeconds(1));
    }

    @Test
    void authenticate_goodToken_isItsAccount() {
        admin.create("bob@example.com", new Plan("free", 2_500, 1, false));
        assertThat(admission.authenticate(ann.token().reveal()).map(Caller::account))
                .contains(ann.account());
    }

    @Test
    void authenticate_unknownRevokedOrNoToken_isEmpty() {
        assertThat(admission.authenticate(TokenSecret.random(new SecureRandom()).reveal()))
                .isEmpty();
        assertThat(admission.authenticate("")).isEmpty();
        assertThat(admission.authenticate(ann.token().hash().hex())).isEmpty();
        admin.revokeToken("ann@example.com", ann.token().lastFour());
        assertThat(admission.authenticate(ann.token().reveal())).isEmpty();
    }

    @Test
    void admit_withinLimits_tellsCallsAndRemaining() {
        Admitted admitted = (Admitted) admit();
        assertThat(admitted.calls()).isEqualTo(1);
        assertThat(admitted.max()).isEqualTo(3);
        assertThat(admitted.quota()).isEqualTo(new Quota(1, 3, RESET));
        assertThat(admitted.quota().remaining()).isEqualTo(2);
    }

    @Test
    void admit_tooManyInASecond_tellsWhenTheNextBegins() {
        admit();
        admit();
        assertThat(admit()).isEqualTo(new TooFast(2, Duration.ofMillis(750), new Quota(2, 3, RESET)));
        assertThat(admission.quotaOf(ann.account(), clock.instant())).isEqualTo(new Quota(2, 3, RESET));
        nextSecond();
        assertThat(admit()).isInstanceOf(Admitted.class);
    }

    @Test
    void admit_quotaUsedUp_tellsWhenItResets() {
        admit();
        admit();
        nextSecond();
        admit();
        assertThat(admit()).isEqualTo(new QuotaUsedUp(new Quota(3, 3, RESET)));
        clock.set(RESET.minusNanos(1));
        assertThat(admit()).isEqualTo(new QuotaUsedUp(new Quota(3, 3, RESET)));
        clock.set(RESET);
        assertThat(((Admitted) admit()).calls()).isEqualTo(1);
    }

    @Test
    void admit_suspendedAccount_isRefusedUntilResumed() {
        admin.suspend("ann@example.com");
        assertThat(admit()).isEqualTo(new Suspended());
        assertThat(admission.usageOf(ann.account(), clock.instant()).calls()).isZero();
        admin.resume("ann@example.com");
        assertThat(admit()).isInstanceOf(Admitted.class);
    }

    @Test
    void admit_plannedSmallerPlan_takesOverWithTheNewPeriod() {
        Plan none = new Plan("none", 0, 1, false);
        accounts.update(ann.account().id(), account -> account.withPlan(account.plan(), new PlanChange(none, RESET)));
        clock.set(RESET.minusNanos(1));
        assertThat(admit()).isInstanceOf(Admitted.class);
        clock.set(RESET);
        assertThat(admit()).isEqualTo(new QuotaUsedUp(new Quota(0, 0, Instant.parse("2026-03-31T00:00:00Z"))));
    }

    @Test
    void giveBack_admittedCall_countsNothing() {
        admission.giveBack((Admitted) admit());
        assertThat(admission.usageOf(ann.account(), clock.instant()).calls()).isZero();
        assertThat(((Admitted) admit()).calls()).isEqualTo(1);
    }
}
