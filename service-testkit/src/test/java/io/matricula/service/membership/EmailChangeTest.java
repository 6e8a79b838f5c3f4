package io.matricula.service.membership;

import static io.matricula.service.People.ANN;
import static io.matricula.service.People.FROM;
import static io.matricula.service.People.PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.matricula.service.People;
import io.matricula.service.access.Caller;
import io.matricula.service.audit.AuditAction;
import io.matricula.service.identity.Member;
import io.matricula.service.identity.RefusedException;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class EmailChangeTest {
    private static final String NEW = "ann@example.org";
    private final People people = new People();
    private final Member ann = people.join(ANN);
    private final Caller caller = people.caller(ANN);

    private void ask() {
        people.clock.advance(Duration.ofSeconds(1));
        people.emailChange.ask(caller, ann, NEW, FROM);
    }

    private void assertRefused(String token) {
        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(() -> people.emailChange.confirm(token, FROM))
                .matches(refusal -> refusal.field().equals("token"));
    }

    @Test
    void confirm_mailedLink_movesPersonAndAccountAndTellsTheOldAddress() {
        ask();
        assertThat(people.mailer.lastTo(ANN).text())
                .contains("asked to use another")
                .doesNotContain("#", NEW);
        String token = people.mailedToken(NEW);
        assertThat(people.emailChange.confirm(token, FROM).email()).isEqualTo(NEW);
        assertThat(people.mailer.lastTo(ANN).text()).contains("no longer that of your");
        assertThat(people.sessions.signIn(ANN, PASSWORD, FROM)).isEmpty();
        assertThat(people.caller(NEW).account().id()).isEqualTo(ann.account());
        assertThat(people.accounts.find(ann.account()).orElseThrow().email()).isEqualTo(NEW);
        assertThat(people.done(ann)).contains(AuditAction.EMAIL_CHANGE_ASKED, AuditAction.EMAIL_CHANGED);
        assertRefused(token);
    }

    @Test
    void confirm_ofAnAdmin_leavesTheAccountItsAddress() {
        people.membership.invite(caller, "bob@example.com", FROM);
        Member bob = people.enrolment.confirm(people.mailedToken("bob@example.com"), PASSWORD, FROM);
        people.clock.advance(Duration.ofSeconds(1));
        people.emailChange.ask(people.caller("bob@example.com"), bob, NEW, FROM);
        people.emailChange.confirm(people.mailedToken(NEW), FROM);
        assertThat(people.members.find(bob.account(), bob.id()).orElseThrow().email())
                .isEqualTo(NEW);
        assertThat(people.accounts.find(ann.account()).orElseThrow().email()).isEqualTo(ANN);
    }

    @Test
    void ask_addressOfAnother_isToldToItsHolderOnly() {
        people.join(NEW);
        int mails = people.mailer.sentTo(NEW).size();
        ask();
        assertThat(people.mailer.sentTo(NEW)).hasSize(mails + 1);
        assertThat(people.mailer.lastTo(NEW).text())
                .contains("belongs to an account already")
                .doesNotContain("#");
    }

    @Test
    void confirm_addressTakenSince_changesNothing() {
        ask();
        String token = people.mailedToken(NEW);
        people.join(NEW);
        assertRefused(token);
        assertThat(people.members.findByEmail(ANN)).contains(ann);
        assertThat(people.accounts.find(ann.account()).orElseThrow().email()).isEqualTo(ANN);
    }

    @Test
    void confirm_afterANewPassword_isRefused() {
        ask();
        people.clock.advance(Duration.ofSeconds(1));
        people.membership.changePassword(caller, "another password", FROM);
        assertRefused(people.mailedToken(NEW));
    }

    @Test
    void confirm_expiredOrOtherLink_isRefused() {
        ask();
        String token = people.mailedToken(NEW);
        people.enrolment.ask("carol@example.com", FROM);
        assertRefused(people.mailedToken("carol@example.com"));
        people.clock.advance(Duration.ofDays(1));
        assertRefused(token);
        assertRefused("nonsense");
    }
}
