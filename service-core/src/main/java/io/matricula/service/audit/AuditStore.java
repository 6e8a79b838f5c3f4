package io.matricula.service.audit;

import io.matricula.service.account.AccountId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Port: the audit trail of all accounts. Entries are added and never changed. Every write is durable when the method returns. Safe for
 * concurrent use. All methods throw {@link java.io.UncheckedIOException} if the store can't be reached.
 */
public interface AuditStore {
    /** Adds an entry whose id is new in its account. */
    void add(AuditEntry entry);

    /**
     * A page of an account's trail, newest first.
     *
     * @param before only entries whose id sorts before this one; null from the newest on
     * @param limit at least 1
     */
    List<AuditEntry> listOf(AccountId account, @Nullable String before, int limit);
}
