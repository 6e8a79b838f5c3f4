package io.matricula.service.session;

import io.matricula.service.account.AccountId;
import io.matricula.service.identity.MemberId;
import io.matricula.service.token.TokenHash;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A person's session, as it is kept: from signing in to signing out, through all its refresh tokens. Immutable.
 *
 * @param id random, safe to log
 * @param refresh hash of the refresh token that is good now
 * @param previous hash of the one before, null at first
 * @param refreshed when {@code refresh} was issued
 * @param expires when {@code refresh} is no longer good
 * @param from network address of the sign-in; null of a session of an earlier version
 */
public record Session(
        String id,
        AccountId account,
        MemberId member,
        TokenHash refresh,
        @Nullable TokenHash previous,
        Instant created,
        Instant refreshed,
        Instant expires,
        @Nullable String from) {

    /** This session with a new refresh token. */
    public Session refreshed(TokenHash next, Instant now, Instant until) {
        return new Session(id, account, member, next, refresh, created, now, until, from);
    }

    public boolean expiredAt(Instant now) {
        return !now.isBefore(expires);
    }
}
