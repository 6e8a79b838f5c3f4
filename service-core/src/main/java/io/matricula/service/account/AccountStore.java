package io.matricula.service.account;

import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Port: the accounts. Every write is durable when the method returns and seen by every later read. Safe for concurrent use.
 * All methods throw {@link java.io.UncheckedIOException} if the store can't be reached.
 */
public interface AccountStore {
    /**
     * Adds an account.
     *
     * @return false, having changed nothing, if the id or the e-mail address is taken
     */
    boolean add(Account account);

    /** The account of an id; empty if there is none. */
    Optional<Account> find(AccountId id);

    /** The account of an e-mail address in any case; empty if there is none. */
    Optional<Account> findByEmail(String email);

    /** All accounts, oldest first. For operators, never for tenants. */
    List<Account> list();

    /**
     * Changes an account atomically: of two concurrent changes the second sees the first.
     *
     * @param change pure; keeps id, e-mail address and creation; may be called more than once
     * @return the account as it is now; empty, having changed nothing, if there is none
     */
    Optional<Account> update(AccountId id, UnaryOperator<Account> change);

    /**
     * Gives an account another e-mail address, atomically: the old one is free. Repeatable.
     *
     * @param email lower case
     * @return false, having changed nothing, if the address is another account's or there is no such account
     */
    boolean changeEmail(AccountId id, String email);

    /**
     * Closes an account for good and forgets its e-mail address, atomically: {@link Account#erased} takes its place, and the address is
     * free for another account. Repeatable.
     *
     * @return false, having changed nothing, if there is none
     */
    boolean erase(AccountId id);
}
