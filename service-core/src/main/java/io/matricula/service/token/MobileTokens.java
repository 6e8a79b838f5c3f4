package io.matricula.service.token;

import io.matricula.service.access.Caller;
import io.matricula.service.access.Credential;
import io.matricula.service.account.Account;
import io.matricula.service.account.AccountId;
import io.matricula.service.account.AccountState;
import io.matricula.service.account.AccountStore;
import io.matricula.service.audit.AuditAction;
import io.matricula.service.audit.AuditTrail;
import io.matricula.service.audit.By;
import io.matricula.service.signing.Claims;
import io.matricula.service.signing.Claims.Use;
import io.matricula.service.signing.TokenSigning;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Tokens for phones and pages: signed, short-lived, good for plate-reader alone. One that was made with an API token ends with that. Safe for
 * concurrent use.
 */
public final class MobileTokens {
    public static final Duration SHORTEST = Duration.ofMinutes(1);
    public static final Duration USUAL = Duration.ofHours(1);
    public static final Duration LONGEST = Duration.ofDays(1);

    private static final String CAMERA = "camera_id";
    private static final String MAKER = "maker";

    private final TokenSigning signing;
    private final TokenStore tokens;
    private final AccountStore accounts;
    private final AuditTrail audit;
    private final Clock clock;

    public MobileTokens(TokenSigning signing, TokenStore tokens, AccountStore accounts, AuditTrail audit, Clock clock) {
        this.signing = signing;
        this.tokens = tokens;
        this.accounts = accounts;
        this.audit = audit;
        this.clock = clock;
    }

    /** A token just made, shown now and never again; {@link #toString} hides it from logs. */
    public record Issued(String token, Instant expires) {
        @Override
        public String toString() {
            return "Issued[" + expires + "]";
        }
    }

    /**
     * Makes a token.
     *
     * @param lifetime {@link #SHORTEST} to {@link #LONGEST}
     * @param camera the only camera that it is good for, null for any
     */
    public Issued issue(Caller caller, Duration lifetime, @Nullable String camera, String from) {
        Instant now = clock.instant();
        Instant expires = Instant.ofEpochSecond(now.plus(lifetime).getEpochSecond());
        Map<String, String> details = new HashMap<>();
        if (camera != null) {
            details.put(CAMERA, camera);
        }
        if (caller.credential() instanceof Credential.Token maker) {
            details.put(MAKER, maker.id());
        }
        String id = UUID.randomUUID().toString();
        String account = caller.account().id().value();
        String token = signing.sign(new Claims(Use.PLATE_READER, account, id, now, expires, details));
        audit.record(
                caller.account().id(),
                By.of(caller, from),
                AuditAction.MOBILE_TOKEN_CREATED,
                "mobile token " + id + " until " + expires);
        return new Issued(token, expires);
    }

    /** Who calls with a token; empty also if its maker was revoked. */
    public Optional<Caller> caller(String token) {
        return signing.verify(token, Use.PLATE_READER).flatMap(this::caller);
    }

    private Optional<Caller> caller(Claims claims) {
        Optional<Account> account =
                accounts.find(new AccountId(claims.subject())).filter(found -> found.state() != AccountState.CLOSED);
        String maker = claims.details().get(MAKER);
        if (account.isEmpty() || (maker != null && !isGood(maker, account.get().id()))) {
            return Optional.empty();
        }
        var credential =
                new Credential.MobileToken(claims.id(), claims.details().get(CAMERA));
        return Optional.of(new Caller(account.get(), credential));
    }

    private boolean isGood(String maker, AccountId account) {
        return tokens.listOf(account).stream().anyMatch(token -> token.id().equals(maker) && !token.isRevoked());
    }
}
