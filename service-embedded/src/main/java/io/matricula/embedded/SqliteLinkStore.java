package io.matricula.embedded;

import io.matricula.service.account.AccountId;
import io.matricula.service.identity.MemberId;
import io.matricula.service.link.Link;
import io.matricula.service.link.LinkPurpose;
import io.matricula.service.link.LinkStore;
import io.matricula.service.token.TokenHash;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;

/** Mailed links in SQLite. Safe for concurrent use. */
final class SqliteLinkStore implements LinkStore {
    private static final String INSERT =
            "INSERT INTO links (hash, purpose, email, account, member, created, expires) VALUES (?, ?, ?, ?, ?, ?, ?)";
    private static final String BY_HASH = "SELECT * FROM links WHERE hash = ?";
    private static final String TAKE = "DELETE FROM links WHERE hash = ?";
    private static final String REMOVE_EXPIRED = "DELETE FROM links WHERE expires <= ?";

    private final SqliteDatabase database;

    SqliteLinkStore(SqliteDatabase database) {
        this.database = database;
    }

    @Override
    public void add(Link link) {
        AccountId account = link.account();
        MemberId member = link.member();
        database.write(session -> session.update(
                INSERT,
                link.hash().hex(),
                link.purpose().name(),
                link.email(),
                account == null ? null : account.value(),
                member == null ? null : member.value(),
                InstantText.of(link.created()),
                InstantText.of(link.expires())));
    }

    @Override
    public Optional<Link> find(TokenHash hash) {
        return database.read(session -> session.first(BY_HASH, SqliteLinkStore::link, hash.hex()));
    }

    @Override
    public boolean take(TokenHash hash) {
        return database.write(session -> session.update(TAKE, hash.hex()) == 1);
    }

    @Override
    public int removeExpired(Instant now) {
        return database.write(session -> session.update(REMOVE_EXPIRED, InstantText.of(now)));
    }

    private static Link link(ResultSet row) throws SQLException {
        String account = row.getString("account");
        String member = row.getString("member");
        return new Link(
                new TokenHash(row.getString("hash")),
                LinkPurpose.valueOf(row.getString("purpose")),
                row.getString("email"),
                account == null ? null : new AccountId(account),
                member == null ? null : new MemberId(member),
                InstantText.parse(row.getString("created")),
                InstantText.parse(row.getString("expires")));
    }
}
