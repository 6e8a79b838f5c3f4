package io.matricula.service.link;

import io.matricula.service.account.AccountId;
import io.matricula.service.identity.MemberId;
import io.matricula.service.token.TokenHash;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A mailed link as it is kept: enough to recognise its token, not enough to use it.
 *
 * @param hash of the token in the link
 * @param email normalised address that it was mailed to
 * @param account that an invitation leads to, or that {@code member} is of; null for other purposes
 * @param member who gets the address as a new one; null for other purposes
 */
public record Link(
        TokenHash hash,
        LinkPurpose purpose,
        String email,
        @Nullable AccountId account,
        @Nullable MemberId member,
        Instant created,
        Instant expires) {
    public boolean expiredAt(Instant now) {
        return !now.isBefore(expires);
    }

    @Override
    public String toString() {
        return "Link[" + purpose + "]";
    }
}
