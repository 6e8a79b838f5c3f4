package io.matricula.service.testkit;

import io.matricula.service.account.AccountId;
import io.matricula.service.account.AccountStore;
import io.matricula.service.token.ApiToken;
import io.matricula.service.token.TokenHash;
import io.matricula.service.token.TokenStore;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Tokens in memory, for tests. Safe for concurrent use. */
public final class InMemoryTokenStore implements TokenStore {
    private final AccountStore accounts;
    private final Map<TokenHash, ApiToken> tokens = new LinkedHashMap<>();

    public InMemoryTokenStore(AccountStore accounts) {
        this.accounts = accounts;
    }

    @Override
    public synchronized void add(ApiToken token) {
        if (accounts.find(token.account()).isEmpty()) {
            throw new IllegalArgumentException("no account " + token.account());
        }
        if (tokens.putIfAbsent(token.hash(), token) != null) {
            throw new IllegalArgumentException("the token is taken");
        }
    }

    @Override
    public synchronized Optional<ApiToken> find(TokenHash hash) {
        return Optional.ofNullable(tokens.get(hash));
    }

    @Override
    public synchronized List<ApiToken> listOf(AccountId account) {
        return tokens.values().stream()
                .filter(token -> token.account().equals(account))
                .sorted(Comparator.comparing(ApiToken::created))
                .toList();
    }

    @Override
    public synchronized boolean revoke(AccountId account, TokenHash hash, Instant at) {
        ApiToken token = tokens.get(hash);
        if (token == null || !token.account().equals(account)) {
            return false;
        }
        if (!token.isRevoked()) {
            tokens.put(hash, token.revokedAt(at));
        }
        return true;
    }
}
