package io.matricula.embedded;

import io.matricula.service.account.AccountId;
import io.matricula.service.identity.MemberId;
import io.matricula.service.session.Session;
import io.matricula.service.session.SessionStore;
import io.matricula.service.token.TokenHash;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Sessions in SQLite. Safe for concurrent use. */
final class SqliteSessionStore implements SessionStore {
    private static final String INSERT = """
            INSERT INTO sessions (id, account, member, refresh, previous, created, refreshed, expires, from_address)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)""";
    private static final String BY_ID = "SELECT * FROM sessions WHERE id = ?";
    private static final String OF_MEMBER = "SELECT * FROM sessions WHERE member = ? ORDER BY created, id";
    private static final String REPLACE = """
            UPDATE sessions SET refresh = ?3, previous = ?4, refreshed = ?5, expires = ?6
            WHERE id = ?1 AND refresh = ?2""";
    private static final String END = "DELETE FROM sessions WHERE id = ?";
    private static final String REMOVE_EXPIRED = "DELETE FROM sessions WHERE expires <= ?";

    private final SqliteDatabase database;

    SqliteSessionStore(SqliteDatabase database) {
        this.database = database;
    }

    @Override
    public void add(Session added) {
        database.write(session -> session.update(
                INSERT,
                added.id(),
                added.account().value(),
                added.member().value(),
                added.refresh().hex(),
                hex(added.previous()),
                InstantText.of(added.created()),
                InstantText.of(added.refreshed()),
                InstantText.of(added.expires()),
                added.from()));
    }

    @Override
    public Optional<Session> find(String id) {
        return database.read(session -> session.first(BY_ID, SqliteSessionStore::session, id));
    }

    @Override
    public List<Session> listOf(MemberId member) {
        return database.read(session -> session.list(OF_MEMBER, SqliteSessionStore::session, member.value()));
    }

    @Override
    public boolean replace(Session earlier, Session changed) {
        return database.write(session -> session.update(
                        REPLACE,
                        earlier.id(),
                        earlier.refresh().hex(),
                        changed.refresh().hex(),
                        hex(changed.previous()),
                        InstantText.of(changed.refreshed()),
                        InstantText.of(changed.expires()))
                == 1);
    }

    @Override
    public void end(String id) {
        database.write(session -> session.update(END, id));
    }

    @Override
    public int removeExpired(Instant now) {
        return database.write(session -> session.update(REMOVE_EXPIRED, InstantText.of(now)));
    }

    private static @Nullable String hex(@Nullable TokenHash hash) {
        return hash == null ? null : hash.hex();
    }

    private static Session session(ResultSet row) throws SQLException {
        String previous = row.getString("previous");
        return new Session(
                row.getString("id"),
                new AccountId(row.getString("account")),
                new MemberId(row.getString("member")),
                new TokenHash(row.getString("refresh")),
                previous == null ? null : new TokenHash(previous),
                InstantText.parse(row.getString("created")),
                InstantText.parse(row.getString("refreshed")),
                InstantText.parse(row.getString("expires")),
                row.getString("from_address"));
    }
}
