package io.matricula.service.identity;

import io.matricula.service.account.AccountId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Port: the members of all accounts. Every write is durable when the method returns and seen by every later read. Safe for concurrent use.
 * All methods throw {@link java.io.UncheckedIOException} if the store can't be reached.
 */
public interface MemberStore {
    /**
     * Adds a member. The account need not be looked up.
     *
     * @return false, having changed nothing, if the id or the e-mail address is taken
     */
    boolean add(Member member);

    /** The member of an e-mail address, which is compared as it is: normalise it before. */
    Optional<Member> findByEmail(String email);

    /** A member of an account; empty also for a member of another account. */
    Optional<Member> find(AccountId account, MemberId id);

    /** An account's members, oldest first. */
    List<Member> listOf(AccountId account);

    /**
     * Sets another password.
     *
     * @return false, having changed nothing, if the account has no such member
     */
    boolean changePassword(AccountId account, MemberId id, String hash, Instant set);

    /**
     * Gives a member another e-mail address, atomically: the old one is free. Repeatable.
     *
     * @param email normalised
     * @return false, having changed nothing, if the address is another member's or the account has no such member
     */
    boolean changeEmail(AccountId account, MemberId id, String email);

    /**
     * Makes an admin the owner and the owner an admin, atomically.
     *
     * @return false, having changed nothing, if they are not owner and admin of the account
     */
    boolean handOver(AccountId account, MemberId owner, MemberId admin);

    /**
     * Removes a member; the e-mail address is free again.
     *
     * @return false, having changed nothing, if the account has no such member
     */
    boolean remove(AccountId account, MemberId id);
}
