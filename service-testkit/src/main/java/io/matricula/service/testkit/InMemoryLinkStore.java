package io.matricula.service.testkit;

import io.matricula.service.link.Link;
import io.matricula.service.link.LinkStore;
import io.matricula.service.token.TokenHash;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Mailed links in memory, for tests. Safe for concurrent use. */
public final class InMemoryLinkStore implements LinkStore {
    private final Map<TokenHash, Link> links = new HashMap<>();

    @Override
    public synchronized void add(Link link) {
        links.put(link.hash(), link);
    }

    @Override
    public synchronized Optional<Link> find(TokenHash hash) {
        return Optional.ofNullable(links.get(hash));
    }

    @Override
    public synchronized boolean take(TokenHash hash) {
        return links.remove(hash) != null;
    }

    @Override
    public synchronized int removeExpired(Instant now) {
        int before = links.size();
        links.values().removeIf(link -> link.expiredAt(now));
        return before - links.size();
    }
}
