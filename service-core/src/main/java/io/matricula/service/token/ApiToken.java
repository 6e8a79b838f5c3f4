package io.matricula.service.token;

import io.matricula.service.account.AccountId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A token as it is kept: enough to recognise and to name it, not enough to use it.
 *
 * @param name the owner's own name for it, at most 100 characters
 * @param lastFour the secret's last four digits, so that the owner can tell tokens apart
 * @param revoked since when it is refused, null while it is good
 */
public record ApiToken(
        TokenHash hash,
        AccountId account,
        String name,
        String lastFour,
        Instant created,
        @Nullable Instant revoked) {
    public ApiToken {
        if (name.length() > 100) {
            throw new IllegalArgumentException("token name is longer than 100 characters");
        }
    }

    public static ApiToken of(TokenSecret secret, AccountId account, String name, Instant created) {
        return new ApiToken(secret.hash(), account, name, secret.lastFour(), created, null);
    }

    /** Names the token in addresses and lists: the first 16 digits of its hash. */
    public String id() {
        return hash.hex().substring(0, 16);
    }

    public boolean isRevoked() {
        return revoked != null;
    }

    public ApiToken revokedAt(Instant instant) {
        return new ApiToken(hash, account, name, lastFour, created, instant);
    }
}
