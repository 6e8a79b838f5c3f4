package io.matricula.service.link;

import io.matricula.service.token.TokenHash;
import java.time.Instant;
import java.util.Optional;

/**
 * Port: the mailed links, by hash of their token. Every write is durable when the method returns. Safe for concurrent use. All
 * methods throw {@link java.io.UncheckedIOException} if the store can't be reached.
 */
public interface LinkStore {
    /** Adds a link whose hash is new. */
    void add(Link link);

    /** The link of a hash, expired or not; empty if there is none or it was taken. */
    Optional<Link> find(TokenHash hash);

    /**
     * Uses a link up.
     *
     * @return true for one caller only, however many try at once
     */
    boolean take(TokenHash hash);

    /**
     * Removes what expired at or before {@code now}.
     *
     * @return how many links were removed; 0 from a store that does it by itself
     */
    int removeExpired(Instant now);
}
