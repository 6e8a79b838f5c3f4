package io.matricula.embedded;

import io.matricula.service.account.AccountId;
import io.matricula.service.token.ApiToken;
import io.matricula.service.token.TokenHash;
import io.matricula.service.token.TokenStore;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** API tokens in SQLite. Safe for concurrent use. */
final class SqliteTokenStore implements TokenStore {
    /** Adds nothing if the account is missing, so that an unknown account and a taken hash look the same to the caller. */
    private static final String INSERT = """
            INSERT INTO tokens (hash, account, name, last_four, created, revoked)
            SELECT ?1, id, ?3, ?4, ?5, ?6 FROM accounts WHERE id = ?2
            ON CONFLICT DO NOTHING""";

    private static final String BY_HASH = "SELECT * FROM tokens WHERE hash = ?";
    private static final String OF_ACCOUNT = "SELECT * FROM tokens WHERE account = ? ORDER BY created, hash";
    private static final String REVOKE =
            "UPDATE tokens SET revoked = coalesce(revoked, ?3) WHERE account = ?1 AND hash = ?2";

    private final SqliteDatabase database;

    SqliteTokenStore(SqliteDatabase database) {
        this.database = database;
    }

    @Override
    public void add(ApiToken token) {
        int added = database.write(session -> session.update(
                INSERT,
                token.hash().hex(),
                token.account().value(),
                token.name(),
                token.lastFour(),
                InstantText.of(token.created()),
                InstantText.ofNullable(token.revoked())));
        if (added == 0) {
            throw new IllegalArgumentException("the token is taken or its account unknown");
        }
    }

    @Override
    public Optional<ApiToken> find(TokenHash hash) {
        return database.read(session -> session.first(BY_HASH, SqliteTokenStore::token, hash.hex()));
    }

    @Override
    public List<ApiToken> listOf(AccountId account) {
        return database.read(session -> session.list(OF_ACCOUNT, SqliteTokenStore::token, account.value()));
    }

    @Override
    public boolean revoke(AccountId account, TokenHash hash, Instant at) {
        return database.write(session -> session.update(REVOKE, account.value(), hash.hex(), InstantText.of(at)) == 1);
    }

    private static ApiToken token(ResultSet row) throws SQLException {
        return new ApiToken(
                new TokenHash(row.getString("hash")),
                new AccountId(row.getString("account")),
                row.getString("name"),
                row.getString("last_four"),
                InstantText.parse(row.getString("created")),
                InstantText.parseNullable(row.getString("revoked")));
    }
}
