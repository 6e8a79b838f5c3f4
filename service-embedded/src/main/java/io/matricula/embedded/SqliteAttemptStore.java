package io.matricula.embedded;

import io.matricula.service.throttle.AttemptStore;
import java.time.Instant;

/** Counters of attempts in SQLite. Safe for concurrent use. */
final class SqliteAttemptStore implements AttemptStore {
    /** ?1 key, ?2 now, ?3 end of a new window. */
    private static final String COUNT = """
            INSERT INTO attempts (key, count, until) VALUES (?1, 1, ?3)
            ON CONFLICT (key) DO UPDATE SET
                count = CASE WHEN until > ?2 THEN count + 1 ELSE 1 END,
                until = CASE WHEN until > ?2 THEN until ELSE ?3 END
            RETURNING count, until""";

    private static final String FORGET = "DELETE FROM attempts WHERE key = ?";
    private static final String REMOVE_EXPIRED = "DELETE FROM attempts WHERE until <= ?";

    private final SqliteDatabase database;

    SqliteAttemptStore(SqliteDatabase database) {
        this.database = database;
    }

    @Override
    public Attempts count(String key, Instant now, Instant until) {
        return database.write(session -> session.first(
                        COUNT,
                        row -> new Attempts(row.getInt("count"), InstantText.parse(row.getString("until"))),
                        key,
                        InstantText.of(now),
                        InstantText.of(until))
                .orElseThrow());
    }

    @Override
    public void forget(String key) {
        database.write(session -> session.update(FORGET, key));
    }

    @Override
    public int removeExpired(Instant now) {
        return database.write(session -> session.update(REMOVE_EXPIRED, InstantText.of(now)));
    }
}
