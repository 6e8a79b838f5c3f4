package io.matricula.embedded;

import io.matricula.service.account.AccountId;
import io.matricula.service.webhook.EventId;
import io.matricula.service.webhook.EventStore;
import io.matricula.service.webhook.QueuedDelivery;
import io.matricula.service.webhook.WebhookEvent;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Events in SQLite; one transaction takes an event and all its deliveries. Safe for concurrent use. */
final class SqliteEventStore implements EventStore {
    private static final String INSERT =
            "INSERT INTO webhook_events (id, account, created, type, data, picture) VALUES (?, ?, ?, ?, ?, ?)";
    private static final String FIND = "SELECT * FROM webhook_events WHERE id = ? AND account = ?";
    private static final String REMOVE = "DELETE FROM webhook_events WHERE created < ?";

    private final SqliteDatabase database;
    private final SqliteDeliveryQueue queue;

    SqliteEventStore(SqliteDatabase database, SqliteDeliveryQueue queue) {
        this.database = database;
        this.queue = queue;
    }

    @Override
    public void publish(WebhookEvent event, List<QueuedDelivery> deliveries) {
        database.write(session -> {
            session.update(
                    INSERT,
                    event.id().value(),
                    event.account().value(),
                    InstantText.of(event.created()),
                    event.type(),
                    event.data(),
                    event.picture() ? 1 : 0);
            return queue.insert(session, deliveries);
        });
        queue.announce();
    }

    @Override
    public Optional<WebhookEvent> find(AccountId account, EventId id) {
        return database.read(session -> session.first(FIND, SqliteEventStore::event, id.value(), account.value()));
    }

    @Override
    public int removeBefore(Instant created) {
        return database.write(session -> session.update(REMOVE, InstantText.of(created)));
    }

    private static WebhookEvent event(ResultSet row) throws SQLException {
        return new WebhookEvent(
                new EventId(row.getString("id")),
                new AccountId(row.getString("account")),
                InstantText.parse(row.getString("created")),
                row.getString("type"),
                row.getString("data"),
                row.getBoolean("picture"));
    }
}
