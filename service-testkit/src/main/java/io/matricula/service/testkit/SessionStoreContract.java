package io.matricula.service.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.matricula.service.account.AccountId;
import io.matricula.service.identity.MemberId;
import io.matricula.service.session.Session;
import io.matricula.service.session.SessionStore;
import io.matricula.service.token.TokenHash;
import io.matricula.service.token.TokenSecret;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What every {@link SessionStore} must do. A subclass gives a fresh store to each test. */
public abstract class SessionStoreContract {
    private static final Instant NOW = Instant.parse("2026-03-05T12:00:00.25Z");
    private static final Instant EXPIRES = NOW.plusSeconds(3600);
    private final SecureRandom random = new SecureRandom();
    private final MemberId ann = MemberId.random();

    protected abstract SessionStore store();

    private TokenHash hash() {
        return TokenSecret.random(random).hash();
    }

    private Session added(MemberId member, Instant created) {
        var session = new Session(
                UUID.randomUUID().toString(),
                AccountId.random(),
                member,
                hash(),
                null,
                created,
                created,
                EXPIRES,
                "192.0.2.7");
        store().add(session);
        return session;
    }

    @Test
    void find_addedSession_isEqual() {
        Session session = added(ann, NOW);
        assertThat(store().find(session.id())).contains(session);
        assertThat(store().find(UUID.randomUUID().toString())).isEmpty();
    }

    @Test
    void listOf_twoMembers_showsOwnSessionsOldestFirst() {
        Session young = added(ann, NOW.plusSeconds(1));
        Session old = added(ann, NOW);
        added(MemberId.random(), NOW);
        assertThat(store().listOf(ann)).containsExactly(old, young);
    }

    @Test
    void replace_currentState_isKept() {
        Session session = added(ann, NOW);
        Session next = session.refreshed(hash(), NOW.plusSeconds(60), EXPIRES.plusSeconds(60));
        assertThat(store().replace(session, next)).isTrue();
        assertThat(store().find(session.id())).contains(next);
    }

    @Test
    void replace_earlierStateOrEnded_changesNothing() {
        Session session = added(ann, NOW);
        Session next = session.refreshed(hash(), NOW, EXPIRES);
        store().replace(session, next);
        assertThat(store().replace(session, session.refreshed(hash(), NOW, EXPIRES)))
                .isFalse();
        assertThat(store().find(session.id())).contains(next);
        store().end(session.id());
        assertThat(store().replace(next, next.refreshed(hash(), NOW, EXPIRES))).isFalse();
        assertThat(store().find(session.id())).isEmpty();
    }

    @Test
    void replace_concurrently_oneWins() throws Exception {
        Session session = added(ann, NOW);
        var replaced = Concurrent.run(64, 16, () -> store().replace(session, session.refreshed(hash(), NOW, EXPIRES)));
        assertThat(replaced).containsOnlyOnce(true);
    }

    @Test
    void end_session_isSeenAtOnceAndRepeatable() {
        Session session = added(ann, NOW);
        Session other = added(ann, NOW);
        store().end(session.id());
        store().end(session.id());
        assertThat(store().find(session.id())).isEmpty();
        assertThat(store().listOf(ann)).containsExactly(other);
    }

    @Test
    void removeExpired_goodSession_stays() {
        Session old = added(ann, NOW);
        Session good = old.refreshed(hash(), NOW, EXPIRES.plusSeconds(1));
        store().replace(old, good);
        store().removeExpired(EXPIRES);
        assertThat(store().find(good.id())).contains(good);
        store().removeExpired(EXPIRES.plusSeconds(1));
        // A store that removes by itself may be late.
        assertThat(store().find(good.id()).stream()).allMatch(session -> session.expiredAt(EXPIRES.plusSeconds(1)));
    }
}
