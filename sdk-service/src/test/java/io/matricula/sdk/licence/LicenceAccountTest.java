package io.matricula.sdk.licence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.matricula.service.account.Account;
import io.matricula.service.admission.Admission;
import io.matricula.service.admission.AdmissionResult.Admitted;
import io.matricula.service.licence.KeyText;
import io.matricula.service.licence.Licence;
import io.matricula.service.licence.LicenceDesk;
import io.matricula.service.licence.LicenceException;
import io.matricula.service.licence.LicenceKey;
import io.matricula.service.licence.LicenceStatus.State;
import io.matricula.service.testkit.FakeClock;
import io.matricula.service.testkit.InMemoryAccountStore;
import io.matricula.service.testkit.InMemoryInstallationStore;
import io.matricula.service.testkit.InMemoryTokenStore;
import io.matricula.service.testkit.InMemoryUsageStore;
import java.security.KeyPair;
import java.time.Duration;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class LicenceAccountTest {
    private static final KeyPair ISSUER = KeyText.newPair();

    private final FakeClock clock = FakeClock.at("2026-11-22T12:00:00Z");
    private final InMemoryInstallationStore installation = new InMemoryInstallationStore();
    private final InMemoryAccountStore accounts = new InMemoryAccountStore();
    private final InMemoryTokenStore tokens = new InMemoryTokenStore(accounts);
    private final InMemoryUsageStore usage = new InMemoryUsageStore();
    private final Admission admission = new Admission(accounts, tokens, usage);

    private LicenceAccount start() {
        return new LicenceAccount(
                new LicenceDesk(installation, ISSUER.getPublic(), clock), accounts, tokens, usage, clock);
    }

    private Account caller(LicenceAccount account) {
        return admission
                .authenticate(account.authorization().substring(6))
                .orElseThrow()
                .account();
    }

    private String key(LicenceAccount account, long calls) {
        var licence = new Licence(
                Licence.newId(),
                "Parking Ltd",
                account.installation().id(),
                calls,
                true,
                clock.instant(),
                LocalDate.parse("2027-11-22"),
                14);
        return LicenceKey.write(licence, ISSUER.getPrivate());
    }

    @Test
    void start_ofANewInstallation_countsOnTheTrial() {
        LicenceAccount account = start();
        assertThat(account.status().state()).isEqualTo(State.TRIAL);
        assertThat(admission.admit(caller(account), clock.instant()))
                .isInstanceOfSatisfying(Admitted.class, admitted -> {
                    assertThat(admitted.calls()).isEqualTo(1);
                    assertThat(admitted.max()).isEqualTo(2_500);
                });
    }

    @Test
    void restart_keepsCallsAccountAndToken() {
        LicenceAccount before = start();
        admission.admit(caller(before), clock.instant());
        LicenceAccount after = start();
        assertThat(after.usage().calls()).isEqualTo(1);
        assertThat(caller(after).id()).isEqualTo(after.account().id());
        assertThat(after.authorization()).isEqualTo(before.authorization());
        assertThat(tokens.listOf(after.account().id())).hasSize(1);
    }

    @Test
    void activate_givesTheTermsAtOnce_andCallsGoOn() {
        LicenceAccount account = start();
        admission.admit(caller(account), clock.instant());
        account.activate(key(account, 50_000));
        assertThat(account.status().state()).isEqualTo(State.LICENSED);
        assertThat(admission.admit(caller(account), clock.instant()))
                .isInstanceOfSatisfying(Admitted.class, admitted -> {
                    assertThat(admitted.calls()).isEqualTo(2);
                    assertThat(admitted.max()).isEqualTo(50_000);
                });
    }

    @Test
    void activate_ofAnothersLicence_changesNothing() {
        LicenceAccount account = start();
        String others = key(
                new LicenceAccount(
                        new LicenceDesk(new InMemoryInstallationStore(), ISSUER.getPublic(), clock),
                        accounts,
                        tokens,
                        usage,
                        clock),
                50_000);
        assertThatThrownBy(() -> account.activate(others)).isInstanceOf(LicenceException.class);
        assertThat(account.status().state()).isEqualTo(State.TRIAL);
    }

    @Test
    void refresh_afterTheTrial_doesNotWork() {
        LicenceAccount account = start();
        clock.advance(Duration.ofDays(31));
        assertThat(account.refresh().works()).isFalse();
    }
}
