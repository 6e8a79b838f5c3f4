package io.matricula.embedded;

import io.matricula.service.account.AccountId;
import io.matricula.service.webhook.AttemptResult;
import io.matricula.service.webhook.DeliveryAttempt;
import io.matricula.service.webhook.DeliveryLog;
import io.matricula.service.webhook.EventId;
import io.matricula.service.webhook.WebhookId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Attempts to deliver, in SQLite. Safe for concurrent use. */
final class SqliteDeliveryLog implements DeliveryLog {
    private static final String INSERT = """
            INSERT INTO webhook_attempts
                (account, webhook, at, event, number, status, latency_ms, answer, problem, retry_after_s, next)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            ON CONFLICT DO NOTHING""";
    private static final String PAGE = """
            SELECT * FROM webhook_attempts WHERE account = ? AND webhook = ? AND at < ?
            ORDER BY at DESC, event DESC, number DESC LIMIT ?""";
    private static final String REMOVE = "DELETE FROM webhook_attempts WHERE at < ?";

    private final SqliteDatabase database;

    SqliteDeliveryLog(SqliteDatabase database) {
        this.database = database;
    }

    @Override
    public void record(DeliveryAttempt attempt) {
        AttemptResult result = attempt.result();
        Duration retryAfter = result.retryAfter();
        database.write(session -> session.update(
                INSERT,
                attempt.account().value(),
                attempt.webhook().value(),
                InstantText.of(attempt.at()),
                attempt.event().value(),
                attempt.number(),
                result.status(),
                result.latency().toMillis(),
                result.answer(),
                result.problem(),
                retryAfter == null ? null : retryAfter.toSeconds(),
                InstantText.ofNullable(attempt.next())));
    }

    @Override
    public List<DeliveryAttempt> listOf(AccountId account, WebhookId webhook, Instant before, int limit) {
        return database.read(session -> session.list(
                PAGE, SqliteDeliveryLog::attempt, account.value(), webhook.value(), InstantText.of(before), limit));
    }

    @Override
    public int removeBefore(Instant at) {
        return database.write(session -> session.update(REMOVE, InstantText.of(at)));
    }

    private static DeliveryAttempt attempt(ResultSet row) throws SQLException {
        return new DeliveryAttempt(
                new AccountId(row.getString("account")),
                new WebhookId(row.getInt("webhook")),
                new EventId(row.getString("event")),
                row.getInt("number"),
                InstantText.parse(row.getString("at")),
                result(row),
                InstantText.parseNullable(row.getString("next")));
    }

    private static AttemptResult result(ResultSet row) throws SQLException {
        Integer retryAfter = nullableInt(row, "retry_after_s");
        return new AttemptResult(
                nullableInt(row, "status"),
                Duration.ofMillis(row.getLong("latency_ms")),
                row.getString("answer"),
                row.getString("problem"),
                retryAfter == null ? null : Duration.ofSeconds(retryAfter));
    }

    private static @Nullable Integer nullableInt(ResultSet row, String column) throws SQLException {
        int value = row.getInt(column);
        return row.wasNull() ? null : value;
    }
}
