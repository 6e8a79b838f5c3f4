package io.matricula.service.operator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.matricula.service.account.Account;
import io.matricula.service.account.PlanChange;
import io.matricula.service.audit.AuditTrail;
import io.matricula.service.plan.Plan;
import io.matricula.service.testkit.FakeClock;
import io.matricula.service.testkit.InMemoryAccountStore;
import io.matricula.service.testkit.InMemoryAuditStore;
import io.matricula.service.testkit.InMemoryTokenStore;
import io.matricula.service.token.ApiToken;
import java.time.Instant;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class AccountAdminTest {
    private static final String ANN = "ann@example.com";
    private static final Plan FREE = new Plan("free", 2_500, 1, false);
    private static final Plan STANDARD = new Plan("standard", 50_000, 8, false);
    private static final Instant RESET = Instant.parse("2026-02-28T00:00:00Z");
    private final FakeClock clock = FakeClock.at("2026-01-31T10:00:00Z");
    private final InMemoryAccountStore accounts = new InMemoryAccountStore();
    private final InMemoryTokenStore tokens = new InMemoryTokenStore(accounts);
    private final InMemoryAuditStore trail = new InMemoryAuditStore();
    private final AccountAdmin admin = new AccountAdmin(accounts, tokens, new AuditTrail(trail, clock), clock);

    private static void assertRefused(ThrowingCallable order, String message) {
        assertThatExceptionOfType(OperatorException.class).isThrownBy(order).withMessageContaining(message);
    }

    @Test
    void create_newEmail_makesAccountAndToken() {
        NewAccount created = admin.create(ANN, FREE);
        assertThat(admin.list()).containsExactly(created.account());
        assertThat(tokens.find(created.token().hash()).map(ApiToken::account))
                .contains(created.account().id());
    }

    @Test
    void create_takenOrBadEmail_isRefused() {
        admin.create(ANN, FREE);
        assertRefused(() -> admin.create("Ann@Example.com", STANDARD), "already");
        assertRefused(() -> admin.create("ann", STANDARD), "not an e-mail address");
        assertThat(admin.list()).hasSize(1);
    }

    @Test
    void changePlan_larger_takesOverAtOnce() {
        admin.create(ANN, FREE);
        Account account = admin.changePlan(ANN, STANDARD);
        assertThat(account.planAt(clock.instant())).isEqualTo(STANDARD);
        assertThat(account.planned()).isNull();
    }

    @Test
    void changePlan_smaller_takesOverAtThePeriodsEnd() {
        admin.create(ANN, STANDARD);
        Account account = admin.changePlan(ANN, FREE);
        assertThat(account.planAt(clock.instant())).isEqualTo(STANDARD);
        assertThat(account.planned()).isEqualTo(new PlanChange(FREE, RESET));
    }

    @Test
    void changePlan_afterADowngradeTookOver_startsFromTheSmallerPlan() {
        admin.create(ANN, STANDARD);
        admin.changePlan(ANN, FREE);
        clock.set(RESET);
        Account account = admin.changePlan(ANN, FREE.withCallsPerPeriod(1_000));
        assertThat(account.plan()).isEqualTo(FREE);
        assertThat(account.planned()).isNotNull();
    }

    @Test
    void changePlan_secondThoughts_dropsThePlannedDowngrade() {
        admin.create(ANN, STANDARD);
        admin.changePlan(ANN, FREE);
        Account account = admin.changePlan(ANN, STANDARD);
        assertThat(account.planAt(RESET)).isEqualTo(STANDARD);
    }

    @Test
    void newToken_knownAccount_addsOne() {
        admin.create(ANN, FREE);
        admin.newToken(ANN, "gate");
        assertThat(admin.tokensOf(ANN)).extracting(ApiToken::name).containsExactly("first", "gate");
    }

    @Test
    void revokeToken_byLastFour_revokesThatOne() {
        NewAccount created = admin.create(ANN, FREE);
        admin.revokeToken(ANN, created.token().lastFour());
        assertThat(admin.tokensOf(ANN)).allMatch(ApiToken::isRevoked);
        assertRefused(() -> admin.revokeToken(ANN, created.token().lastFour()), "no good token");
    }

    @Test
    void orders_unknownAccount_areRefused() {
        assertRefused(() -> admin.suspend(ANN), ANN);
        assertRefused(() -> admin.changePlan(ANN, FREE), ANN);
        assertRefused(() -> admin.newToken(ANN, "gate"), ANN);
        assertRefused(() -> admin.tokensOf(ANN), ANN);
    }
}
