package io.matricula.embedded;

import io.matricula.service.account.AccountId;
import io.matricula.service.webhook.DeadLetter;
import io.matricula.service.webhook.DeadLetterStore;
import io.matricula.service.webhook.EventId;
import io.matricula.service.webhook.WebhookId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;

/** Deliveries that were given up, in SQLite. Safe for concurrent use. */
final class SqliteDeadLetterStore implements DeadLetterStore {
    private static final String PUT = """
            INSERT OR REPLACE INTO webhook_dead_letters (account, webhook, event, attempts, died, reason)
            VALUES (?, ?, ?, ?, ?, ?)""";
    private static final String OF_WEBHOOK =
            "SELECT * FROM webhook_dead_letters WHERE account = ? AND webhook = ? LIMIT ?";
    private static final String REMOVE =
            "DELETE FROM webhook_dead_letters WHERE account = ? AND webhook = ? AND event = ?";
    private static final String REMOVE_BEFORE = "DELETE FROM webhook_dead_letters WHERE died < ?";

    private final SqliteDatabase database;

    SqliteDeadLetterStore(SqliteDatabase database) {
        this.database = database;
    }

    @Override
    public void put(DeadLetter letter) {
        database.write(session -> session.update(
                PUT,
                letter.account().value(),
                letter.webhook().value(),
                letter.event().value(),
                letter.attempts(),
                InstantText.of(letter.died()),
                letter.reason()));
    }

    @Override
    public List<DeadLetter> listOf(AccountId account, WebhookId webhook, int limit) {
        return database.read(session ->
                session.list(OF_WEBHOOK, SqliteDeadLetterStore::letter, account.value(), webhook.value(), limit));
    }

    @Override
    public boolean remove(AccountId account, WebhookId webhook, EventId event) {
        return database.write(session -> session.update(REMOVE, account.value(), webhook.value(), event.value()) == 1);
    }

    @Override
    public int removeBefore(Instant died) {
        return database.write(session -> session.update(REMOVE_BEFORE, InstantText.of(died)));
    }

    private static DeadLetter letter(ResultSet row) throws SQLException {
        return new DeadLetter(
                new AccountId(row.getString("account")),
                new WebhookId(row.getInt("webhook")),
                new EventId(row.getString("event")),
                row.getInt("attempts"),
                InstantText.parse(row.getString("died")),
                row.getString("reason"));
    }
}
