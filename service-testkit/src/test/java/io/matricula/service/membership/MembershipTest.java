package io.matricula.service.membership;

import static io.matricula.service.People.ANN;
import static io.matricula.service.People.FROM;
import static io.matricula.service.People.PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.matricula.service.People;
import io.matricula.service.access.Caller;
import io.matricula.service.access.Permission;
import io.matricula.service.account.AccountState;
import io.matricula.service.audit.AuditAction;
import io.matricula.service.audit.By;
import io.matricula.service.identity.Member;
import io.matricula.service.identity.RefusedException;
import io.matricula.service.identity.Role;
import io.matricula.service.token.ApiToken;
import io.matricula.service.token.TokenSecret;
import java.security.SecureRandom;
import org.junit.jupiter.api.Test;

class MembershipTest {
    private static final String BOB = "bob@example.com";
    private final People people = new People();
    private final Member ann = people.join(ANN);
    private final Caller owner = people.caller(ANN);

    private Member invited() {
        people.membership.invite(owner, BOB, FROM);
        return people.enrolment.confirm(people.mailedToken(BOB), PASSWORD, FROM);
    }

    @Test
    void invite_accepted_isAnAdminOfTheSameAccount() {
        Member bob = invited();
        assertThat(bob.role()).isEqualTo(Role.ADMIN);
        assertThat(people.membership.list(owner)).containsExactly(ann, bob);
        Caller admin = people.caller(BOB);
        assertThat(admin.account().id()).isEqualTo(ann.account());
        assertThat(admin.may(Permission.MANAGE_TOKENS)).isTrue();
        assertThat(admin.may(Permission.MANAGE_MEMBERS)).isFalse();
        assertThat(admin.may(Permission.CHANGE_PLAN)).isFalse();
        assertThat(admin.may(Permission.DELETE_ACCOUNT)).isFalse();
        assertThat(people.done(ann)).contains(AuditAction.MEMBER_INVITED, AuditAction.MEMBER_JOINED);
    }

    @Test
    void invite_addressOfAnotherAccount_isToldToItsHolderOnly() {
        people.join(BOB);
        people.membership.invite(owner, BOB, FROM);
        assertThat(people.mailer.lastTo(BOB).text())
                .contains("belongs to an account already")
                .doesNotContain("#");
    }

    @Test
    void remove_admin_endsTheSessionsAtOnce() {
        Member bob = invited();
        var session = people.signIn(BOB);
        assertThat(people.membership.remove(owner, bob.id(), FROM)).isTrue();
        assertThat(people.sessions.caller(session.accessToken())).isEmpty();
        assertThat(people.sessions.signIn(BOB, PASSWORD, FROM)).isEmpty();
        assertThat(people.membership.remove(owner, bob.id(), FROM)).isFalse();
    }

    @Test
    void remove_ownerOrAnothersAdmin_changesNothing() {
        assertThat(people.membership.remove(owner, ann.id(), FROM)).isFalse();
        Member carol = people.join("carol@example.com");
        assertThat(people.membership.remove(owner, carol.id(), FROM)).isFalse();
        assertThat(people.members.findByEmail("carol@example.com")).contains(carol);
    }

    @Test
    void changePassword_good_endsOtherSessionsOnly() {
        var other = people.signIn(ANN);
        var own = people.signIn(ANN);
        Caller caller = people.sessions.caller(own.accessToken()).orElseThrow();
        assertThat(people.membership.isPasswordOf(caller, PASSWORD, FROM)).isTrue();
        assertThat(people.membership.isPasswordOf(caller, "wrong password", FROM))
                .isFalse();
        people.membership.changePassword(caller, "another password", FROM);
        assertThat(people.sessions.caller(other.accessToken())).isEmpty();
        assertThat(people.sessions.caller(own.accessToken())).isPresent();
        assertThat(people.sessions.signIn(ANN, "another password", FROM)).isPresent();
        assertThat(people.mailer.lastTo(ANN).subject()).contains("changed");
        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(() -> people.membership.changePassword(caller, "password123", FROM));
    }

    @Test
    void close_account_leavesNothingThatIsGood() {
        invited();
        var session = people.signIn(BOB);
        TokenSecret token = TokenSecret.random(new SecureRandom());
        people.tokens.add(ApiToken.of(token, ann.account(), "gate", people.clock.instant()));
        people.closing.close(owner.account(), By.of(owner, FROM));
        people.closing.close(owner.account(), By.of(owner, FROM));
        assertThat(people.tokens.find(token.hash())).get().matches(ApiToken::isRevoked);
        assertThat(people.sessions.caller(session.accessToken())).isEmpty();
        assertThat(people.members.listOf(ann.account())).isEmpty();
        assertThat(people.accounts.find(ann.account()))
                .get()
                .matches(account -> account.state() == AccountState.CLOSED
                        && !account.email().contains("ann"));
        assertThat(people.join(ANN).account()).isNotEqualTo(ann.account());
    }
}
