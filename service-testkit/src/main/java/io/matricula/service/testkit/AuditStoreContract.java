package io.matricula.service.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.matricula.service.account.AccountId;
import io.matricula.service.audit.AuditAction;
import io.matricula.service.audit.AuditEntry;
import io.matricula.service.audit.AuditStore;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** What every {@link AuditStore} must do. A subclass gives a fresh store to each test. */
public abstract class AuditStoreContract {
    private static final Instant NOW = Instant.parse("2026-03-05T12:00:00.25Z");
    private final AccountId account = AccountId.random();

    protected abstract AuditStore store();

    private AuditEntry added(AccountId whose, String id) {
        var entry = new AuditEntry(
                id, whose, NOW, "member x", AuditAction.TOKEN_CREATED, "token …9f03 Hof & Tür", "192.0.2.7");
        store().add(entry);
        return entry;
    }

    @Test
    void listOf_severalAccounts_showsOwnEntriesNewestFirst() {
        AuditEntry first = added(account, "2026-03-05T12:00:00.250000000Z-aa");
        AuditEntry third = added(account, "2026-03-05T12:00:02.250000000Z-aa");
        AuditEntry second = added(account, "2026-03-05T12:00:00.250000000Z-bb");
        added(AccountId.random(), "2026-03-05T12:00:01.250000000Z-aa");
        assertThat(store().listOf(account, null, 10)).containsExactly(third, second, first);
        assertThat(store().listOf(AccountId.random(), null, 10)).isEmpty();
    }

    @Test
    void listOf_pageByPage_showsEachEntryOnce() {
        AuditEntry first = added(account, "1");
        AuditEntry second = added(account, "2");
        AuditEntry third = added(account, "3");
        assertThat(store().listOf(account, null, 2)).containsExactly(third, second);
        assertThat(store().listOf(account, "2", 2)).containsExactly(first);
        assertThat(store().listOf(account, "1", 2)).isEmpty();
    }

    @Test
    void listOf_entryOfTheOperator_hasNoAddress() {
        var entry = new AuditEntry("1", account, NOW, "operator", AuditAction.ACCOUNT_SUSPENDED, null, null);
        store().add(entry);
        assertThat(store().listOf(account, null, 1)).containsExactly(entry);
    }
}
