package io.matricula.embedded;

import io.matricula.service.licence.Installation;
import io.matricula.service.licence.InstallationStore;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/** The installation in SQLite: one row. Safe for concurrent use. */
final class SqliteInstallationStore implements InstallationStore {
    private static final String FIND = "SELECT * FROM installation";
    private static final String WRITE = """
            INSERT OR REPLACE INTO installation
                (one, private_key, public_key, first_start, last_seen, licence, newest_issue, released)
            VALUES (1, ?, ?, ?, ?, ?, ?, ?)""";

    private final SqliteDatabase database;

    SqliteInstallationStore(SqliteDatabase database) {
        this.database = database;
    }

    @Override
    public Installation update(Supplier<Installation> first, UnaryOperator<Installation> change) {
        return database.write(session -> {
            var kept = session.first(FIND, SqliteInstallationStore::installation);
            Installation changed = change.apply(kept.isPresent() ? kept.get() : first.get());
            if (kept.isEmpty() || !changed.equals(kept.get())) {
                write(session, changed);
            }
            return changed;
        });
    }

    private static void write(SqliteSession session, Installation installation) throws SQLException {
        session.update(
                WRITE,
                installation.privateKey(),
                installation.publicKey(),
                InstantText.of(installation.firstStart()),
                InstantText.of(installation.lastSeen()),
                installation.licence(),
                InstantText.ofNullable(installation.newestIssue()),
                String.join(" ", new TreeSet<>(installation.released())));
    }

    private static Installation installation(ResultSet row) throws SQLException {
        String released = row.getString("released");
        return new Installation(
                row.getString("private_key"),
                row.getString("public_key"),
                InstantText.parse(row.getString("first_start")),
                InstantText.parse(row.getString("last_seen")),
                row.getString("licence"),
                InstantText.parseNullable(row.getString("newest_issue")),
                released.isEmpty() ? Set.of() : Set.of(released.split(" ")));
    }
}
