package io.matricula.embedded;

import io.matricula.service.account.AccountId;
import io.matricula.service.audit.AuditAction;
import io.matricula.service.audit.AuditEntry;
import io.matricula.service.audit.AuditStore;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The audit trail in SQLite. Safe for concurrent use. */
final class SqliteAuditStore implements AuditStore {
    private static final String INSERT =
            "INSERT INTO audit (account, id, at, actor, action, subject, address) VALUES (?, ?, ?, ?, ?, ?, ?)";
    private static final String PAGE = """
            SELECT * FROM audit WHERE account = ?1 AND (?2 IS NULL OR id < ?2) ORDER BY id DESC LIMIT ?3""";

    private final SqliteDatabase database;

    SqliteAuditStore(SqliteDatabase database) {
        this.database = database;
    }

    @Override
    public void add(AuditEntry entry) {
        database.write(session -> session.update(
                INSERT,
                entry.account().value(),
                entry.id(),
                InstantText.of(entry.at()),
                entry.actor(),
                entry.action().name(),
                entry.subject(),
                entry.address()));
    }

    @Override
    public List<AuditEntry> listOf(AccountId account, @Nullable String before, int limit) {
        return database.read(session -> session.list(PAGE, SqliteAuditStore::entry, account.value(), before, limit));
    }

    private static AuditEntry entry(ResultSet row) throws SQLException {
        return new AuditEntry(
                row.getString("id"),
                new AccountId(row.getString("account")),
                InstantText.parse(row.getString("at")),
                row.getString("actor"),
                AuditAction.valueOf(row.getString("action")),
                row.getString("subject"),
                row.getString("address"));
    }
}
