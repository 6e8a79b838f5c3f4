package io.matricula.service.token;

import io.matricula.service.account.AccountId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Port: the API tokens, by hash. Every write is durable when the method returns; a revocation is seen by every look-up
 * within five seconds, by those of the same process at once. Safe for concurrent use. All methods throw
 * {@link java.io.UncheckedIOException} if the store can't be reached.
 */
public interface TokenStore {
    /**
     * Adds a token to its account, which must exist.
     *
     * @throws IllegalArgumentException if the hash is taken or the account unknown
     */
    void add(ApiToken token);

    /** The token of a hash, revoked or not; empty if there is none. */
    Optional<ApiToken> find(TokenHash hash);

    /** An account's tokens, revoked ones too, oldest first. */
    List<ApiToken> listOf(AccountId account);

    /**
     * Revokes an account's token for good. Repeated, it keeps the first instant.
     *
     * @return false, having changed nothing, if the account has no such token
     */
    boolean revoke(AccountId account, TokenHash hash, Instant at);
}
