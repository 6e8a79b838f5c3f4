package io.matricula.service.session;

import static io.matricula.service.People.ANN;
import static io.matricula.service.People.FROM;
import static org.assertj.core.api.Assertions.assertThat;

import io.matricula.service.People;
import io.matricula.service.access.Caller;
import io.matricula.service.access.Credential;
import io.matricula.service.audit.AuditAction;
import io.matricula.service.identity.Member;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class OwnSessionsTest {
    private final People people = new People();
    private final Member ann = people.join(ANN);

    private Caller caller(SignedIn session) {
        return people.sessions.caller(session.accessToken()).orElseThrow();
    }

    private static String id(Caller caller) {
        return ((Credential.Session) caller.credential()).id();
    }

    @Test
    void list_ofOnePerson_showsWhereEachBegan() {
        Caller first = people.caller(ANN);
        people.clock.advance(Duration.ofSeconds(1));
        Caller second = people.caller(ANN);
        people.join("bob@example.com");
        people.caller("bob@example.com");
        assertThat(people.ownSessions.list(second)).extracting(Session::id).containsExactly(id(first), id(second));
        assertThat(people.ownSessions.list(second)).extracting(Session::from).containsOnly(FROM);
        people.clock.advance(Sessions.REFRESH);
        assertThat(people.ownSessions.list(second)).isEmpty();
    }

    @Test
    void end_ownSession_worksAtOnceAndOnce() {
        SignedIn phone = people.signIn(ANN);
        Caller caller = people.caller(ANN);
        assertThat(people.ownSessions.end(caller, id(caller(phone)), FROM)).isTrue();
        assertThat(people.sessions.caller(phone.accessToken())).isEmpty();
        assertThat(people.ownSessions.list(caller)).extracting(Session::id).containsExactly(id(caller));
        assertThat(people.done(ann).get(0)).isEqualTo(AuditAction.SIGNED_OUT);
    }

    @Test
    void end_anothersOrUnknownSession_changesNothing() {
        people.join("bob@example.com");
        SignedIn bobs = people.signIn("bob@example.com");
        Caller caller = people.caller(ANN);
        assertThat(people.ownSessions.end(caller, id(caller(bobs)), FROM)).isFalse();
        assertThat(people.ownSessions.end(caller, "nonsense", FROM)).isFalse();
        assertThat(people.sessions.caller(bobs.accessToken())).isPresent();
    }

    @Test
    void endOthers_leavesTheCallersOwn_endAllNone() {
        SignedIn phone = people.signIn(ANN);
        SignedIn own = people.signIn(ANN);
        Caller caller = caller(own);
        people.ownSessions.endOthers(caller, FROM);
        assertThat(people.sessions.caller(phone.accessToken())).isEmpty();
        assertThat(people.sessions.caller(own.accessToken())).isPresent();
        people.ownSessions.endAll(caller, FROM);
        assertThat(people.sessions.caller(own.accessToken())).isEmpty();
    }

    @Test
    void list_ofAnApiToken_isEmpty() {
        Caller person = people.caller(ANN);
        var program = new Caller(person.account(), new Credential.Token("id", "9f03"));
        assertThat(people.ownSessions.list(program)).isEmpty();
        people.ownSessions.endOthers(program, FROM);
        assertThat(people.ownSessions.list(person)).hasSize(1);
    }
}
