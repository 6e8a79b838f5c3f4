package io.matricula.service.signing;

import java.util.List;

/**
 * Port: the keys that sign tokens. They are secrets: kept where only the service can read them. Every write is durable when the method
 * returns. Safe for concurrent use, also by several processes. All methods throw {@link java.io.UncheckedIOException} if the
 * store can't be reached.
 */
public interface SigningKeyStore {
    /** All keys, oldest first. */
    List<SigningKey> list();

    /** Adds a key whose id is new. */
    void add(SigningKey key);

    /** Removes a key. Repeatable. */
    void remove(String id);
}
