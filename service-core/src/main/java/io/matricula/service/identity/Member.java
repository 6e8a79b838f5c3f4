package io.matricula.service.identity;

import io.matricula.service.account.AccountId;
import java.time.Instant;

/**
 * A person who can sign in to an account. Immutable; {@link #toString} hides address and hash from logs.
 *
 * @param email normalised, unique among all members of all accounts
 * @param passwordHash Argon2id with its parameters, as text
 * @param passwordSet links that were mailed before are void
 */
public record Member(
        MemberId id,
        AccountId account,
        String email,
        Role role,
        String passwordHash,
        Instant passwordSet,
        Instant created) {

    /** A new member. */
    public static Member create(AccountId account, String email, Role role, String passwordHash, Instant now) {
        return new Member(MemberId.random(), account, email, role, passwordHash, now, now);
    }

    public Member withPassword(String hash, Instant set) {
        return new Member(id, account, email, role, hash, set, created);
    }

    public Member withEmail(String address) {
        return new Member(id, account, address, role, passwordHash, passwordSet, created);
    }

    public Member withRole(Role newRole) {
        return new Member(id, account, email, newRole, passwordHash, passwordSet, created);
    }

    @Override
    public String toString() {
        return "Member[" + id + ", " + role + " of " + account + "]";
    }
}
