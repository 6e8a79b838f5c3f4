package io.matricula.service.testkit;

import io.matricula.service.account.AccountId;
import io.matricula.service.audit.AuditEntry;
import io.matricula.service.audit.AuditStore;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An audit trail in memory, for tests. Safe for concurrent use. */
public final class InMemoryAuditStore implements AuditStore {
    private final List<AuditEntry> entries = new ArrayList<>();

    @Override
    public synchronized void add(AuditEntry entry) {
        entries.add(entry);
    }

    @Override
    public synchronized List<AuditEntry> listOf(AccountId account, @Nullable String before, int limit) {
        return entries.stream()
                .filter(entry -> entry.account().equals(account))
                .filter(entry -> before == null || entry.id().compareTo(before) < 0)
                .sorted(Comparator.comparing(AuditEntry::id).reversed())
                .limit(limit)
                .toList();
    }
}
