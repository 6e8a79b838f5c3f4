package io.matricula.service.token;

import io.matricula.service.access.Caller;
import io.matricula.service.audit.AuditAction;
import io.matricula.service.audit.AuditTrail;
import io.matricula.service.audit.By;
import io.matricula.service.identity.RefusedException;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/**
 * An account's API tokens, in the hands of its people. Secrets are shown once, to whoever makes them. Whether a caller may do a thing is
 * settled before. Safe for concurrent use.
 */
public final class ApiTokens {
    private static final int MOST = 100;
    private static final int LONGEST_NAME = 100;

    private final TokenStore store;
    private final AuditTrail audit;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    public ApiTokens(TokenStore store, AuditTrail audit, Clock clock) {
        this.store = store;
        this.audit = audit;
        this.clock = clock;
    }

    /** A token just made, and its secret, shown now and never again. */
    public record Issued(ApiToken token, TokenSecret secret) {}

    /** The tokens of the caller's account, revoked ones too, oldest first. */
    public List<ApiToken> list(Caller caller) {
        return store.listOf(caller.account().id());
    }

    /**
     * Makes a token.
     *
     * @throws RefusedException if the name is no good, or there are too many tokens
     */
    public Issued create(Caller caller, String name, String from) {
        String stripped = name.strip();
        if (stripped.isEmpty() || stripped.length() > LONGEST_NAME) {
            throw new RefusedException("name", "The name must have 1 to " + LONGEST_NAME + " characters.");
        }
        if (list(caller).stream().filter(token -> !token.isRevoked()).count() >= MOST) {
            throw new RefusedException("name", "There are " + MOST + " good tokens already; revoke one.");
        }
        Issued issued = issue(caller, stripped);
        audit.record(caller.account().id(), By.of(caller, from), AuditAction.TOKEN_CREATED, label(issued.token()));
        return issued;
    }

    /**
     * Makes a token of the same name in place of a good one, which is revoked.
     *
     * @return empty if the account has no such good token
     */
    public Optional<Issued> rotate(Caller caller, String id, String from) {
        return good(caller, id).map(old -> {
            Issued issued = issue(caller, old.name());
            store.revoke(caller.account().id(), old.hash(), clock.instant());
            audit.record(
                    caller.account().id(),
                    By.of(caller, from),
                    AuditAction.TOKEN_ROTATED,
                    label(old) + " to …" + issued.token().lastFour());
            return issued;
        });
    }

    /**
     * Revokes a token for good.
     *
     * @return false if the account has no such good token
     */
    public boolean revoke(Caller caller, String id, String from) {
        Optional<ApiToken> token = good(caller, id);
        token.ifPresent(found -> {
            store.revoke(caller.account().id(), found.hash(), clock.instant());
            audit.record(caller.account().id(), By.of(caller, from), AuditAction.TOKEN_REVOKED, label(found));
        });
        return token.isPresent();
    }

    private Optional<ApiToken> good(Caller caller, String id) {
        return list(caller).stream()
                .filter(token -> token.id().equals(id) && !token.isRevoked())
                .findFirst();
    }

    private Issued issue(Caller caller, String name) {
        TokenSecret secret = TokenSecret.random(random);
        ApiToken token = ApiToken.of(secret, caller.account().id(), name, clock.instant());
        store.add(token);
        return new Issued(token, secret);
    }

    private static String label(ApiToken token) {
        return "token …" + token.lastFour();
    }
}
