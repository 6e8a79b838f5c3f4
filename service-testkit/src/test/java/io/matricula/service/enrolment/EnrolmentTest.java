package io.matricula.service.enrolment;

import static io.matricula.service.People.ANN;
import static io.matricula.service.People.FREE;
import static io.matricula.service.People.FROM;
import static io.matricula.service.People.PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.matricula.service.People;
import io.matricula.service.account.Account;
import io.matricula.service.audit.AuditAction;
import io.matricula.service.identity.Member;
import io.matricula.service.identity.RefusedException;
import io.matricula.service.identity.Role;
import io.matricula.service.session.RefreshResult;
import io.matricula.service.throttle.TooManyAttemptsException;
import java.time.Duration;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class EnrolmentTest {
    private final People people = new People();

    private static void assertRefused(String field, ThrowingCallable attempt) {
        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(attempt)
                .satisfies(refusal -> assertThat(refusal.field()).isEqualTo(field));
    }

    @Test
    void signUp_confirmed_isAnOwnerWithAnAccountOnTheFirstPlan() {
        people.enrolment.ask(" Ann@Example.COM ", FROM);
        Member ann = people.enrolment.confirm(people.mailedToken(ANN), PASSWORD, FROM);
        assertThat(ann.role()).isEqualTo(Role.OWNER);
        assertThat(ann.email()).isEqualTo(ANN);
        Account account = people.accounts.findByEmail(ANN).orElseThrow();
        assertThat(account.plan()).isEqualTo(FREE);
        assertThat(people.members.listOf(account.id())).containsExactly(ann);
        assertThat(people.signIn(ANN).member()).isEqualTo(ann);
        assertThat(people.done(ann)).contains(AuditAction.ACCOUNT_CREATED, AuditAction.MEMBER_JOINED);
    }

    @Test
    void signUp_notConfirmed_leavesNothing() {
        people.enrolment.ask(ANN, FROM);
        assertThat(people.accounts.list()).isEmpty();
        assertThat(people.sessions.signIn(ANN, PASSWORD, FROM)).isEmpty();
    }

    @Test
    void ask_badAddress_isRefused() {
        for (String bad : new String[] {"ann", "ann@", "@x", "a b@x.org", "ann@x.org\r\nBcc: bob@x.org", "a@b@c"}) {
            assertRefused("email", () -> people.enrolment.ask(bad, FROM));
        }
        assertThat(people.mailer.sent()).isEmpty();
    }

    @Test
    void ask_knownAndUnknownAddress_eachKeepsOneLinkAndSendsOneMail() {
        people.join(ANN);
        int before = people.mailer.sent().size();
        assertThat(people.enrolment.ask(ANN, FROM)).isEmpty();
        assertThat(people.enrolment.ask("bob@example.com", FROM)).isPresent();
        assertThat(people.mailer.sent()).hasSize(before + 2);
        assertThat(people.mailer.lastTo(ANN).text()).contains("https://console.example/reset#");
        assertThat(people.mailer.lastTo("bob@example.com").text()).contains("https://console.example/confirm#");
        assertThat(people.mailer.sent()).extracting(mail -> mail.toString()).noneMatch(text -> text.contains("#"));
    }

    @Test
    void ask_tooOften_isThrottledForThatAddressAlone() {
        for (int i = 0; i < 5; i++) {
            people.enrolment.ask(ANN, FROM);
        }
        assertThatExceptionOfType(TooManyAttemptsException.class)
                .isThrownBy(() -> people.enrolment.ask(ANN, "198.51.100.9"))
                .satisfies(refusal -> assertThat(refusal.retryAfter()).isEqualTo(Duration.ofHours(1)));
        people.enrolment.ask("bob@example.com", FROM);
        people.clock.advance(Duration.ofHours(1));
        people.enrolment.ask(ANN, FROM);
    }

    @Test
    void confirm_linkUsedOrExpiredOrOfAnotherPurpose_isRefused() {
        people.join(ANN);
        String used = people.mailedToken(ANN);
        assertRefused("token", () -> people.enrolment.confirm(used, PASSWORD, FROM));
        people.enrolment.ask("bob@example.com", FROM);
        String bobs = people.mailedToken("bob@example.com");
        assertRefused("token", () -> people.enrolment.reset(bobs, PASSWORD, FROM));
        people.clock.advance(Duration.ofDays(1));
        assertRefused("token", () -> people.enrolment.confirm(bobs, PASSWORD, FROM));
        assertRefused("token", () -> people.enrolment.confirm("0".repeat(40), PASSWORD, FROM));
        assertRefused("token", () -> people.enrolment.confirm("", PASSWORD, FROM));
        assertThat(people.accounts.list()).hasSize(1);
    }

    @Test
    void confirm_weakPassword_leavesTheLinkGood() {
        people.enrolment.ask(ANN, FROM);
        String token = people.mailedToken(ANN);
        assertRefused("password", () -> people.enrolment.confirm(token, "short", FROM));
        assertRefused("password", () -> people.enrolment.confirm(token, "password123", FROM));
        assertRefused("password", () -> people.enrolment.confirm(token, ANN, FROM));
        assertThat(people.enrolment.confirm(token, PASSWORD, FROM).email()).isEqualTo(ANN);
    }

    @Test
    void confirm_twoLinksOfOneAddress_oneWins() {
        people.enrolment.ask(ANN, FROM);
        String first = people.mailedToken(ANN);
        people.enrolment.ask(ANN, FROM);
        String second = people.mailedToken(ANN);
        people.enrolment.confirm(second, PASSWORD, FROM);
        assertRefused("token", () -> people.enrolment.confirm(first, "another password", FROM));
        assertThat(people.signIn(ANN)).isNotNull();
    }

    @Test
    void confirm_accountMadeByTheOperator_getsItsOwner() {
        Account made = Account.create(ANN, FREE.withCallsPerPeriod(80_000), people.clock.instant());
        people.accounts.add(made);
        assertThat(people.enrolment.ask(ANN, FROM))
                .as("shown to nobody but the mail")
                .isEmpty();
        Member ann = people.enrolment.confirm(people.mailedToken(ANN), PASSWORD, FROM);
        assertThat(ann.account()).isEqualTo(made.id());
        assertThat(people.accounts.list()).containsExactly(made);
    }

    @Test
    void signUp_withoutAPlanOnOffer_isForAccountsOfTheOperatorOnly() {
        Enrolment closed = people.enrolment(Optional.empty());
        people.accounts.add(Account.create(ANN, FREE, people.clock.instant()));
        closed.ask(ANN, FROM);
        closed.ask("bob@example.com", FROM);
        assertThat(people.mailer.lastTo(ANN).text()).contains("#");
        assertThat(people.mailer.lastTo("bob@example.com").text()).doesNotContain("#");
    }

    @Test
    void reset_setsThePasswordAndVoidsOtherLinks() {
        Member ann = people.join(ANN);
        people.clock.advance(Duration.ofSeconds(1));
        people.enrolment.ask(ANN, FROM);
        String first = people.mailedToken(ANN);
        people.enrolment.ask(ANN, FROM);
        String second = people.mailedToken(ANN);
        people.clock.advance(Duration.ofSeconds(1));
        people.enrolment.reset(second, "another password", FROM);
        assertThat(people.sessions.signIn(ANN, PASSWORD, FROM)).isEmpty();
        assertThat(people.sessions.signIn(ANN, "another password", FROM)).isPresent();
        assertRefused("token", () -> people.enrolment.reset(first, "a third password", FROM));
        assertThat(people.mailer.lastTo(ANN).subject()).contains("password was changed");
        assertThat(people.done(ann)).contains(AuditAction.PASSWORD_RESET);
    }

    @Test
    void links_atRest_areHashes() {
        people.enrolment.ask(ANN, FROM);
        String token = people.mailedToken(ANN);
        var hash = io.matricula.service.token.TokenSecret.parse(token)
                .orElseThrow()
                .hash();
        assertThat(people.linkStore.find(hash)).isPresent().get().asString().doesNotContain(token, ANN);
    }

    @Test
    void session_ofAResetMember_ends() {
        people.join(ANN);
        var session = people.signIn(ANN);
        people.enrolment.ask(ANN, FROM);
        people.clock.advance(Duration.ofSeconds(1));
        // The reset link was mailed after the password was set.
        Member ann = people.members.findByEmail(ANN).orElseThrow();
        people.sessions.endAllOf(ann, null);
        assertThat(people.sessions.caller(session.accessToken())).isEmpty();
        assertThat(people.sessions.refresh(session.refreshToken(), FROM)).isInstanceOf(RefreshResult.Ended.class);
    }
}
