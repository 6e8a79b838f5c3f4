package io.matricula.service.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.matricula.service.plan.Plan;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AccountTest {
    private static final Plan FREE = new Plan("free", 2_500, 1, false);
    private static final Plan STANDARD = new Plan("standard", 50_000, 8, false);
    private static final Instant CREATED = Instant.parse("2026-01-31T23:59:59.999Z");

    @Test
    void create_mixedCaseEmail_isLowered() {
        Account account = Account.create(" Ann@Example.COM ", FREE, CREATED);
        assertThat(account.email()).isEqualTo("ann@example.com");
        assertThat(account.active()).isTrue();
        assertThat(account.signUpDay()).isEqualTo("2026-01-31");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "ann", "@", "ann@", "@example.com", "a nn@example.com", "ann@exa@mple.com"})
    void create_noEmail_isRefused(String email) {
        assertThatIllegalArgumentException().isThrownBy(() -> Account.create(email, FREE, CREATED));
    }

    @Test
    void planAt_plannedChange_takesOverAtItsInstant() {
        Instant change = Instant.parse("2026-02-28T00:00:00Z");
        Account account =
                Account.create("ann@example.com", STANDARD, CREATED).withPlan(STANDARD, new PlanChange(FREE, change));
        assertThat(account.planAt(change.minusNanos(1))).isEqualTo(STANDARD);
        assertThat(account.planAt(change)).isEqualTo(FREE);
    }
}
