package io.matricula.service.session;

import io.matricula.service.identity.MemberId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Port: the sessions of all members. Every write is durable when the method returns; an end is seen by every look-up within five seconds, by
 * those of the same process at once. Safe for concurrent use. All methods throw {@link java.io.UncheckedIOException} if the
 * store can't be reached.
 */
public interface SessionStore {
    /** Adds a session whose id is new. */
    void add(Session session);

    /** A session, expired or not; empty if there is none or it has ended. */
    Optional<Session> find(String id);

    /** A member's sessions, oldest first. */
    List<Session> listOf(MemberId member);

    /**
     * Puts a session in place of an earlier state of itself, atomically.
     *
     * @return false, having changed nothing, if the session has ended or its refresh token is no longer {@code earlier}'s
     */
    boolean replace(Session earlier, Session changed);

    /** Ends a session. Repeatable. */
    void end(String id);

    /**
     * Removes sessions that expired at or before {@code now}.
     *
     * @return how many were removed; 0 from a store that does it by itself
     */
    int removeExpired(Instant now);
}
