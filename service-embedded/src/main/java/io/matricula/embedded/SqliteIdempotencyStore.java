package io.matricula.embedded;

import io.matricula.service.idempotency.Claim;
import io.matricula.service.idempotency.IdempotencyKey;
import io.matricula.service.idempotency.IdempotencyStore;
import io.matricula.service.idempotency.StoredAnswer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;

/** Idempotency keys in SQLite. Safe for concurrent use. */
final class SqliteIdempotencyStore implements IdempotencyStore {
    private static final String CLAIM = """
            INSERT INTO idempotency (account, key, request_hash, until) VALUES (?1, ?2, ?3, ?5)
            ON CONFLICT (account, key) DO UPDATE SET request_hash = ?3, until = ?5, status = NULL, body = NULL
            WHERE until <= ?4""";
    private static final String FIND = "SELECT * FROM idempotency WHERE account = ? AND key = ?";
    private static final String COMPLETE = """
            UPDATE idempotency SET status = ?4, body = ?5, until = ?6
            WHERE account = ?1 AND key = ?2 AND until = ?3 AND status IS NULL""";
    private static final String RELEASE =
            "DELETE FROM idempotency WHERE account = ? AND key = ? AND until = ? AND status IS NULL";
    private static final String REMOVE_EXPIRED = "DELETE FROM idempotency WHERE until <= ?";

    private final SqliteDatabase database;

    SqliteIdempotencyStore(SqliteDatabase database) {
        this.database = database;
    }

    @Override
    public Claim claim(IdempotencyKey key, String requestHash, Instant now, Instant leaseUntil) {
        return database.write(session -> {
            int claimed = session.update(
                    CLAIM,
                    key.account().value(),
                    key.key(),
                    requestHash,
                    InstantText.of(now),
                    InstantText.of(leaseUntil));
            return claimed == 1 ? new Claim.Fresh(leaseUntil) : held(session, key, requestHash);
        });
    }

    private static Claim held(SqliteSession session, IdempotencyKey key, String requestHash) throws SQLException {
        return session.first(FIND, row -> held(row, requestHash), key.account().value(), key.key())
                .orElseThrow();
    }

    private static Claim held(ResultSet row, String requestHash) throws SQLException {
        if (!row.getString("request_hash").equals(requestHash)) {
            return new Claim.Different();
        }
        String body = row.getString("body");
        return body == null
                ? new Claim.Running(InstantText.parse(row.getString("until")))
                : new Claim.Answered(new StoredAnswer(row.getInt("status"), body));
    }

    @Override
    public boolean complete(IdempotencyKey key, Claim.Fresh claim, StoredAnswer answer, Instant expires) {
        return database.write(session -> session.update(
                        COMPLETE,
                        key.account().value(),
                        key.key(),
                        InstantText.of(claim.leaseUntil()),
                        answer.status(),
                        answer.body(),
                        InstantText.of(expires))
                == 1);
    }

    @Override
    public void release(IdempotencyKey key, Claim.Fresh claim) {
        database.write(session ->
                session.update(RELEASE, key.account().value(), key.key(), InstantText.of(claim.leaseUntil())));
    }

    @Override
    public int removeExpired(Instant now) {
        return database.write(session -> session.update(REMOVE_EXPIRED, InstantText.of(now)));
    }
}
