package io.matricula.service.testkit;

import io.matricula.service.identity.MemberId;
import io.matricula.service.session.Session;
import io.matricula.service.session.SessionStore;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Sessions in memory, for tests. Safe for concurrent use. */
public final class InMemorySessionStore implements SessionStore {
    private final Map<String, Session> sessions = new HashMap<>();

    @Override
    public synchronized void add(Session session) {
        sessions.put(session.id(), session);
    }

    @Override
    public synchronized Optional<Session> find(String id) {
        return Optional.ofNullable(sessions.get(id));
    }

    @Override
    public synchronized List<Session> listOf(MemberId member) {
        return sessions.values().stream()
                .filter(session -> session.member().equals(member))
                .sorted(Comparator.comparing(Session::created))
                .toList();
    }

    @Override
    public synchronized boolean replace(Session earlier, Session changed) {
        Session now = sessions.get(earlier.id());
        if (now == null || !now.refresh().equals(earlier.refresh())) {
            return false;
        }
        sessions.put(changed.id(), changed);
        return true;
    }

    @Override
    public synchronized void end(String id) {
        sessions.remove(id);
    }

    @Override
    public synchronized int removeExpired(Instant now) {
        int before = sessions.size();
        sessions.values().removeIf(session -> session.expiredAt(now));
        return before - sessions.size();
    }
}
