package io.matricula.service.token;

import static io.matricula.service.People.ANN;
import static io.matricula.service.People.FROM;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.matricula.service.People;
import io.matricula.service.access.Caller;
import io.matricula.service.access.Permission;
import io.matricula.service.admission.Admission;
import io.matricula.service.audit.AuditAction;
import io.matricula.service.identity.Member;
import io.matricula.service.identity.RefusedException;
import io.matricula.service.testkit.InMemoryUsageStore;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class ApiTokensTest {
    private final People people = new People();
    private final Member ann = people.join(ANN);
    private final Caller owner = people.caller(ANN);
    private final ApiTokens tokens = new ApiTokens(people.tokens, people.audit, people.clock);
    private final MobileTokens mobile =
            new MobileTokens(people.signing, people.tokens, people.accounts, people.audit, people.clock);
    private final Admission admission = new Admission(people.accounts, people.tokens, new InMemoryUsageStore());

    @Test
    void create_severalTokens_allAreGoodAndOnlyHashesAreKept() {
        var gate = tokens.create(owner, " Gate 7 ", FROM);
        tokens.create(owner, "Gate 8", FROM);
        assertThat(tokens.list(owner)).extracting(ApiToken::name).containsExactly("Gate 7", "Gate 8");
        Caller caller = admission.authenticate(gate.secret().reveal()).orElseThrow();
        assertThat(caller.account()).isEqualTo(owner.account());
        assertThat(caller.may(Permission.READ_PLATES)).isTrue();
        assertThat(caller.may(Permission.MANAGE_TOKENS)).isFalse();
        assertThat(tokens.list(owner).toString()).doesNotContain(gate.secret().reveal());
        assertThat(gate.toString()).doesNotContain(gate.secret().reveal());
        assertThat(people.done(ann)).startsWith(AuditAction.TOKEN_CREATED);
    }

    @Test
    void create_badNameOrTooMany_isRefused() {
        for (String name : new String[] {" ", "x".repeat(101)}) {
            assertThatExceptionOfType(RefusedException.class).isThrownBy(() -> tokens.create(owner, name, FROM));
        }
        for (int i = 0; i < 100; i++) {
            tokens.create(owner, "token", FROM);
        }
        assertThatExceptionOfType(RefusedException.class).isThrownBy(() -> tokens.create(owner, "more", FROM));
    }

    @Test
    void rotate_token_oldIsRefusedAtOnceAndNewHasItsName() {
        var old = tokens.create(owner, "Gate 7", FROM);
        var next = tokens.rotate(owner, old.token().id(), FROM).orElseThrow();
        assertThat(admission.authenticate(old.secret().reveal())).isEmpty();
        assertThat(admission.authenticate(next.secret().reveal())).isPresent();
        assertThat(next.token().name()).isEqualTo("Gate 7");
        assertThat(tokens.rotate(owner, old.token().id(), FROM)).isEmpty();
    }

    @Test
    void revokeOrRotate_anothersToken_changesNothing() {
        people.join("bob@example.com");
        Caller bob = people.caller("bob@example.com");
        var token = tokens.create(owner, "Gate 7", FROM);
        assertThat(tokens.revoke(bob, token.token().id(), FROM)).isFalse();
        assertThat(tokens.rotate(bob, token.token().id(), FROM)).isEmpty();
        assertThat(admission.authenticate(token.secret().reveal())).isPresent();
        assertThat(tokens.list(bob)).isEmpty();
        assertThat(tokens.revoke(owner, token.token().id(), FROM)).isTrue();
        assertThat(tokens.revoke(owner, token.token().id(), FROM)).isFalse();
    }

    @Test
    void mobileToken_issued_readsPlatesAndNothingElse_untilItExpires() {
        var issued = mobile.issue(owner, Duration.ofMinutes(10), "gate-7", FROM);
        Caller phone = mobile.caller(issued.token()).orElseThrow();
        assertThat(phone.account().id()).isEqualTo(ann.account());
        assertThat(phone.credential().permissions()).containsExactly(Permission.READ_PLATES);
        assertThat(phone.boundCamera()).isEqualTo("gate-7");
        assertThat(people.sessions.caller(issued.token())).isEmpty();
        assertThat(mobile.caller(people.signIn(ANN).accessToken())).isEmpty();
        people.clock.advance(Duration.ofMinutes(10));
        assertThat(mobile.caller(issued.token())).isEmpty();
    }

    @Test
    void mobileToken_makerRevokedOrAccountClosed_isNoGood() {
        var maker = tokens.create(owner, "backend", FROM);
        Caller backend = admission.authenticate(maker.secret().reveal()).orElseThrow();
        String made = mobile.issue(backend, Duration.ofHours(1), null, FROM).token();
        String other = mobile.issue(owner, Duration.ofHours(1), null, FROM).token();
        assertThat(mobile.caller(made)).isPresent();
        tokens.revoke(owner, maker.token().id(), FROM);
        assertThat(mobile.caller(made)).isEmpty();
        assertThat(mobile.caller(other)).isPresent();
        people.accounts.erase(ann.account());
        assertThat(mobile.caller(other)).isEmpty();
    }
}
