package io.matricula.embedded;

import io.matricula.service.account.AccountId;
import io.matricula.service.identity.Member;
import io.matricula.service.identity.MemberId;
import io.matricula.service.identity.MemberStore;
import io.matricula.service.identity.Role;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Members in SQLite. Safe for concurrent use. */
final class SqliteMemberStore implements MemberStore {
    private static final String INSERT = """
            INSERT INTO members (id, account, email, role, password_hash, password_set, created)
            VALUES (?, ?, ?, ?, ?, ?, ?)
            ON CONFLICT DO NOTHING""";
    private static final String BY_EMAIL = "SELECT * FROM members WHERE email = ?";
    private static final String BY_ID = "SELECT * FROM members WHERE account = ? AND id = ?";
    private static final String OF_ACCOUNT = "SELECT * FROM members WHERE account = ? ORDER BY created, id";
    private static final String CHANGE_PASSWORD =
            "UPDATE members SET password_hash = ?3, password_set = ?4 WHERE account = ?1 AND id = ?2";
    private static final String CHANGE_EMAIL = "UPDATE OR IGNORE members SET email = ?3 WHERE account = ?1 AND id = ?2";
    private static final String OWNER_AND_ADMIN = """
            SELECT count(*) FROM members
            WHERE account = ?1 AND (id = ?2 AND role = 'OWNER' OR id = ?3 AND role = 'ADMIN')""";
    private static final String HAND_OVER = """
            UPDATE members SET role = CASE id WHEN ?3 THEN 'OWNER' ELSE 'ADMIN' END
            WHERE account = ?1 AND id IN (?2, ?3)""";
    private static final String REMOVE = "DELETE FROM members WHERE account = ? AND id = ?";

    private final SqliteDatabase database;

    SqliteMemberStore(SqliteDatabase database) {
        this.database = database;
    }

    @Override
    public boolean add(Member member) {
        return database.write(session -> session.update(
                        INSERT,
                        member.id().value(),
                        member.account().value(),
                        member.email(),
                        member.role().name(),
                        member.passwordHash(),
                        InstantText.of(member.passwordSet()),
                        InstantText.of(member.created()))
                == 1);
    }

    @Override
    public Optional<Member> findByEmail(String email) {
        return database.read(session -> session.first(BY_EMAIL, SqliteMemberStore::member, email));
    }

    @Override
    public Optional<Member> find(AccountId account, MemberId id) {
        return database.read(session -> session.first(BY_ID, SqliteMemberStore::member, account.value(), id.value()));
    }

    @Override
    public List<Member> listOf(AccountId account) {
        return database.read(session -> session.list(OF_ACCOUNT, SqliteMemberStore::member, account.value()));
    }

    @Override
    public boolean changePassword(AccountId account, MemberId id, String hash, Instant set) {
        return database.write(session ->
                session.update(CHANGE_PASSWORD, account.value(), id.value(), hash, InstantText.of(set)) == 1);
    }

    @Override
    public boolean changeEmail(AccountId account, MemberId id, String email) {
        return database.write(session -> session.update(CHANGE_EMAIL, account.value(), id.value(), email) == 1);
    }

    @Override
    public boolean handOver(AccountId account, MemberId owner, MemberId admin) {
        return database.write(session -> {
            long right = session.first(
                            OWNER_AND_ADMIN, row -> row.getLong(1), account.value(), owner.value(), admin.value())
                    .orElse(0L);
            return right == 2 && session.update(HAND_OVER, account.value(), owner.value(), admin.value()) == 2;
        });
    }

    @Override
    public boolean remove(AccountId account, MemberId id) {
        return database.write(session -> session.update(REMOVE, account.value(), id.value()) == 1);
    }

    private static Member member(ResultSet row) throws SQLException {
        return new Member(
                new MemberId(row.getString("id")),
                new AccountId(row.getString("account")),
                row.getString("email"),
                Role.valueOf(row.getString("role")),
                row.getString("password_hash"),
                InstantText.parse(row.getString("password_set")),
                InstantText.parse(row.getString("created")));
    }
}
