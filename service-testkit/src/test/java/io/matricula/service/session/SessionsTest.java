package io.matricula.service.session;

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
import io.matricula.service.identity.Member;
import io.matricula.service.session.RefreshResult.Ended;
import io.matricula.service.session.RefreshResult.JustRefreshed;
import io.matricula.service.session.RefreshResult.Refreshed;
import io.matricula.service.throttle.TooManyAttemptsException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SessionsTest {
    private final People people = new People();
    private Member ann = people.join(ANN);

    @BeforeEach
    void later() {
        people.clock.advance(Duration.ofMinutes(5));
    }

    private SignedIn refreshed(SignedIn session) {
        return ((Refreshed) people.sessions.refresh(session.refreshToken(), FROM)).signedIn();
    }

    @Test
    void signIn_goodPassword_isWhoSignedUp() {
        Caller caller = people.caller(" ANN@example.com ");
        assertThat(caller.account().id()).isEqualTo(ann.account());
        assertThat(caller.may(Permission.DELETE_ACCOUNT)).isTrue();
        assertThat(caller.may(Permission.READ_PLATES)).isFalse();
        assertThat(people.done(ann)).startsWith(AuditAction.SIGNED_IN);
    }

    @Test
    void signIn_wrongPasswordOrAddress_isTheSame() {
        assertThat(people.sessions.signIn(ANN, "wrong password", FROM)).isEmpty();
        assertThat(people.sessions.signIn("nobody@example.com", PASSWORD, FROM)).isEmpty();
        assertThat(people.sessions.signIn("nonsense", PASSWORD, FROM)).isEmpty();
        assertThat(people.sessions.signIn(ANN, "x".repeat(100_000), FROM)).isEmpty();
        assertThat(people.done(ann)).startsWith(AuditAction.SIGN_IN_FAILED, AuditAction.SIGN_IN_FAILED);
        assertThat(people.trail.listOf(Sessions.NOBODY, null, 10))
                .as("as much is written for nobody")
                .singleElement()
                .matches(entry -> entry.subject() == null);
    }

    @Test
    void signIn_tooManyWrongPasswords_isThrottledEvenForTheRightOne() {
        for (int i = 0; i < 10; i++) {
            people.sessions.signIn(ANN, "wrong password", "192.0.2." + i);
        }
        assertThatExceptionOfType(TooManyAttemptsException.class)
                .isThrownBy(() -> people.sessions.signIn(ANN, PASSWORD, FROM));
        people.clock.advance(Duration.ofMinutes(15));
        assertThat(people.signIn(ANN)).isNotNull();
    }

    @Test
    void signIn_rightPassword_forgetsTheWrongOnes() {
        for (int i = 0; i < 25; i++) {
            people.sessions.signIn(ANN, i % 9 == 8 ? PASSWORD : "wrong password", FROM);
        }
        assertThat(people.signIn(ANN)).isNotNull();
    }

    @Test
    void signIn_manyAddressesFromOneMachine_isThrottled() {
        assertThatExceptionOfType(TooManyAttemptsException.class).isThrownBy(() -> {
            for (int i = 0; i < 101; i++) {
                people.sessions.signIn("user" + i + "@example.com", PASSWORD, FROM);
            }
        });
        assertThat(people.sessions.signIn(ANN, PASSWORD, "198.51.100.9")).isPresent();
    }

    @Test
    void accessToken_after15Minutes_isNoGood_refreshTokenIs() {
        SignedIn session = people.signIn(ANN);
        people.clock.advance(Duration.ofMinutes(15));
        assertThat(people.sessions.caller(session.accessToken())).isEmpty();
        assertThat(people.sessions.caller(refreshed(session).accessToken())).isPresent();
    }

    @Test
    void refreshToken_usedAgainLater_endsTheSession() {
        SignedIn first = people.signIn(ANN);
        SignedIn second = refreshed(first);
        people.clock.advance(Duration.ofSeconds(11));
        assertThat(people.sessions.refresh(first.refreshToken(), "198.51.100.9"))
                .isInstanceOf(Ended.class);
        assertThat(people.sessions.refresh(second.refreshToken(), FROM)).isInstanceOf(Ended.class);
        assertThat(people.sessions.caller(second.accessToken())).isEmpty();
        assertThat(people.done(ann)).startsWith(AuditAction.REFRESH_TOKEN_REUSED);
    }

    @Test
    void refreshToken_usedAgainAtOnce_isRefusedAndTheSessionGoesOn() {
        SignedIn first = people.signIn(ANN);
        SignedIn second = refreshed(first);
        assertThat(people.sessions.refresh(first.refreshToken(), FROM)).isInstanceOf(JustRefreshed.class);
        assertThat(refreshed(second)).isNotNull();
        // By now it is the token before the last, and no excuse is left.
        assertThat(people.sessions.refresh(first.refreshToken(), FROM)).isInstanceOf(Ended.class);
    }

    @Test
    void refreshToken_usedAtOnceByMany_isGoodOnce() {
        SignedIn session = people.signIn(ANN);
        var results = IntStream.range(0, 16)
                .mapToObj(i -> CompletableFuture.supplyAsync(
                        () -> people.sessions.refresh(session.refreshToken(), FROM), run -> new Thread(run).start()))
                .toList();
        assertThat(results.stream().map(CompletableFuture::join).filter(Refreshed.class::isInstance))
                .hasSize(1);
    }

    @Test
    void refreshToken_nonsense_isRefused() {
        for (String text : new String[] {"", "a.b", "0".repeat(40), "x".repeat(10_000)}) {
            assertThat(people.sessions.refresh(text, FROM)).isInstanceOf(Ended.class);
        }
    }

    @Test
    void session_notRefreshedFor30Days_orFor90DaysInAll_ends() {
        SignedIn idle = people.signIn(ANN);
        people.clock.advance(Duration.ofDays(30));
        assertThat(people.sessions.refresh(idle.refreshToken(), FROM)).isInstanceOf(Ended.class);
        SignedIn busy = people.signIn(ANN);
        for (int i = 0; i < 4; i++) {
            people.clock.advance(Duration.ofDays(20));
            busy = refreshed(busy);
        }
        people.clock.advance(Duration.ofDays(10));
        assertThat(people.sessions.refresh(busy.refreshToken(), FROM)).isInstanceOf(Ended.class);
    }

    @Test
    void end_session_worksAtOnceAndForThatOneAlone() {
        SignedIn phone = people.signIn(ANN);
        Caller laptop = people.caller(ANN);
        people.sessions.end(
                laptop.account(), (io.matricula.service.access.Credential.Session) laptop.credential(), FROM);
        assertThat(people.sessions.caller(phone.accessToken())).isPresent();
        people.sessions.endAllOf(ann, null);
        assertThat(people.sessions.caller(phone.accessToken())).isEmpty();
    }

    @Test
    void suspendedAccount_maySignIn_closedMayNot() {
        people.accounts.update(ann.account(), account -> account.withState(AccountState.SUSPENDED));
        SignedIn session = people.signIn(ANN);
        assertThat(people.sessions.caller(session.accessToken())).isPresent();
        people.accounts.erase(ann.account());
        assertThat(people.sessions.caller(session.accessToken())).isEmpty();
        assertThat(people.sessions.refresh(session.refreshToken(), FROM)).isInstanceOf(Ended.class);
        assertThat(people.sessions.signIn(ANN, PASSWORD, FROM)).isEmpty();
    }

    @Test
    void secrets_areNeitherAtRestNorInText() {
        SignedIn session = people.signIn(ANN);
        String secret = session.refreshToken().substring(37);
        assertThat(session.toString()).doesNotContain(secret, session.accessToken(), ANN);
        assertThat(people.sessionStore.listOf(ann.id()).toString()).doesNotContain(secret);
        assertThat(people.members.findByEmail(ANN).orElseThrow().passwordHash())
                .startsWith("$argon2id$")
                .doesNotContain(PASSWORD);
        assertThat(ann.toString()).doesNotContain("argon2", ANN);
    }
}
