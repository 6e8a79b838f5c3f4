package io.matricula.service.session;

import io.matricula.service.access.Caller;
import io.matricula.service.access.Credential;
import io.matricula.service.audit.AuditAction;
import io.matricula.service.audit.AuditTrail;
import io.matricula.service.audit.By;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** The sessions of the person who calls: where one is signed in, and an end to that. Callers without a session have none. Safe for concurrent use. */
public final class OwnSessions {
    private final SessionStore store;
    private final AuditTrail audit;
    private final Clock clock;

    public OwnSessions(SessionStore store, AuditTrail audit, Clock clock) {
        this.store = store;
        this.audit = audit;
        this.clock = clock;
    }

    /** The sessions that go on, oldest first. */
    public List<Session> list(Caller caller) {
        Instant now = clock.instant();
        return of(caller)
                .map(own -> store.listOf(own.member()).stream()
                        .filter(session ->
                                session.account().equals(caller.account().id()) && !session.expiredAt(now))
                        .toList())
                .orElse(List.of());
    }

    private static Optional<Credential.Session> of(Caller caller) {
        return caller.credential() instanceof Credential.Session session ? Optional.of(session) : Optional.empty();
    }

    /**
     * Ends one session, also the caller's own.
     *
     * @return false if the person has no such session
     */
    public boolean end(Caller caller, String id, String from) {
        return end(caller, session -> session.id().equals(id), "session " + id, from) == 1;
    }

    /** Ends all sessions but the caller's own. */
    public void endOthers(Caller caller, String from) {
        String own = of(caller).map(Credential.Session::id).orElse("");
        end(caller, session -> !session.id().equals(own), "all other sessions", from);
    }

    /** Ends all sessions. */
    public void endAll(Caller caller, String from) {
        end(caller, session -> true, "all sessions", from);
    }

    private int end(Caller caller, Predicate<Session> which, String subject, String from) {
        List<Session> ended = list(caller).stream().filter(which).toList();
        ended.forEach(session -> store.end(session.id()));
        if (!ended.isEmpty()) {
            audit.record(caller.account().id(), By.of(caller, from), AuditAction.SIGNED_OUT, subject);
        }
        return ended.size();
    }
}
