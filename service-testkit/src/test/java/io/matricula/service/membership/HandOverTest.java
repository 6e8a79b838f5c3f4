package io.matricula.service.membership;

import static io.matricula.service.People.ANN;
import static io.matricula.service.People.FROM;
import static io.matricula.service.People.PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.matricula.service.People;
import io.matricula.service.access.Caller;
import io.matricula.service.access.Permission;
import io.matricula.service.account.Account;
import io.matricula.service.audit.AuditAction;
import io.matricula.service.identity.Member;
import io.matricula.service.identity.MemberId;
import io.matricula.service.identity.RefusedException;
import io.matricula.service.identity.Role;
import org.junit.jupiter.api.Test;

class HandOverTest {
    private static final String BOB = "bob@example.com";
    private final People people = new People();
    private final Member ann = people.join(ANN);
    private final Caller owner = people.caller(ANN);

    private Member invited() {
        people.membership.invite(owner, BOB, FROM);
        return people.enrolment.confirm(people.mailedToken(BOB), PASSWORD, FROM);
    }

    @Test
    void to_admin_exchangesRolesInOpenSessionsToo() {
        Member bob = invited();
        var annsSession = people.signIn(ANN);
        var bobsSession = people.signIn(BOB);
        people.handOver.to(bob.id(), owner, ann, FROM);
        Caller before = people.sessions.caller(annsSession.accessToken()).orElseThrow();
        Caller now = people.sessions.caller(bobsSession.accessToken()).orElseThrow();
        assertThat(before.may(Permission.DELETE_ACCOUNT)).isFalse();
        assertThat(before.may(Permission.MANAGE_TOKENS)).isTrue();
        assertThat(now.may(Permission.DELETE_ACCOUNT)).isTrue();
        assertThat(now.account().email()).isEqualTo(BOB);
        assertThat(people.done(ann)).contains(AuditAction.ACCOUNT_HANDED_OVER);
        assertThat(people.mailer.lastTo(ANN).text()).contains(BOB + " is the owner");
        assertThat(people.mailer.lastTo(BOB).subject()).contains("another owner");
    }

    @Test
    void to_selfOrUnknownOrAnothersMember_changesNothing() {
        Member carol = people.join("carol@example.com");
        for (MemberId id : new MemberId[] {ann.id(), MemberId.random(), carol.id()}) {
            assertThatExceptionOfType(RefusedException.class)
                    .isThrownBy(() -> people.handOver.to(id, owner, ann, FROM))
                    .matches(refusal -> refusal.field().equals("member"));
        }
        assertThat(people.members.findByEmail(ANN)).contains(ann);
        assertThat(people.accounts.find(ann.account()).orElseThrow().email()).isEqualTo(ANN);
        assertThat(people.members.findByEmail("carol@example.com").orElseThrow().role())
                .isEqualTo(Role.OWNER);
    }

    @Test
    void to_adminWhoseAddressIsAnotherAccounts_changesNothing() {
        Member bob = invited();
        people.accounts.add(Account.create(BOB, People.FREE, people.clock.instant()));
        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(() -> people.handOver.to(bob.id(), owner, ann, FROM));
        assertThat(people.members.listOf(ann.account())).containsExactly(ann, bob);
        assertThat(people.accounts.find(ann.account()).orElseThrow().email()).isEqualTo(ANN);
    }
}
