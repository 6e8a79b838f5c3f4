package io.matricula.embedded;

import io.matricula.service.account.AccountId;
import io.matricula.service.webhook.DeliveryQueue;
import io.matricula.service.webhook.EventId;
import io.matricula.service.webhook.LeasedDelivery;
import io.matricula.service.webhook.QueuedDelivery;
import io.matricula.service.webhook.WebhookId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** Deliveries on their way, in SQLite. Safe for concurrent use. */
final class SqliteDeliveryQueue implements DeliveryQueue {
    private static final String INSERT = """
            INSERT INTO webhook_deliveries (account, webhook, event, attempts, queued, due)
            VALUES (?, ?, ?, ?, ?, ?)""";
    private static final String TAKE = """
            UPDATE webhook_deliveries SET due = ?2, receipt = receipt + 1
            WHERE id IN (SELECT id FROM webhook_deliveries WHERE due <= ?1 ORDER BY due, id LIMIT ?3)
            RETURNING id, account, webhook, event, attempts, queued, receipt""";
    private static final String NEXT = "SELECT due FROM webhook_deliveries ORDER BY due LIMIT 1";
    private static final String REMOVE = "DELETE FROM webhook_deliveries WHERE id = ? AND receipt = ?";
    private static final String PUT_BACK = """
            UPDATE webhook_deliveries SET attempts = ?3, queued = ?4, due = ?5, receipt = receipt + 1
            WHERE id = ?1 AND receipt = ?2""";
    /** How soon what another process has queued is seen; what this one queues is seen at once. */
    private static final long LOOK_AGAIN_MS = 250;

    private final SqliteDatabase database;
    private final Clock clock;
    /** Has a permit when something may have been queued since somebody looked. */
    private final Semaphore added;

    SqliteDeliveryQueue(SqliteDatabase database, Clock clock, Semaphore added) {
        this.database = database;
        this.clock = clock;
        this.added = added;
    }

    @Override
    public void add(List<QueuedDelivery> deliveries) {
        if (!deliveries.isEmpty()) {
            database.write(session -> insert(session, deliveries));
            announce();
        }
    }

    /** Queues deliveries within a transaction of the caller, who announces them after it. */
    int insert(SqliteSession session, List<QueuedDelivery> deliveries) throws SQLException {
        for (QueuedDelivery delivery : deliveries) {
            session.update(
                    INSERT,
                    delivery.account().value(),
                    delivery.webhook().value(),
                    delivery.event().value(),
                    delivery.attempts(),
                    InstantText.of(delivery.queued()),
                    clock.millis());
        }
        return deliveries.size();
    }

    /** Wakes whoever waits for deliveries in this process. */
    void announce() {
        added.release();
    }

    @Override
    public List<LeasedDelivery> take(int max, Duration lease, Duration wait) {
        long deadline = System.nanoTime() + wait.toNanos();
        while (true) {
            added.drainPermits();
            long now = clock.millis();
            // Looking costs no write: an idle server leaves the disk alone.
            long next = database.read(
                    session -> session.first(NEXT, row -> row.getLong(1)).orElse(Long.MAX_VALUE));
            if (next <= now) {
                List<LeasedDelivery> taken = database.write(
                        session -> session.list(TAKE, SqliteDeliveryQueue::leased, now, now + lease.toMillis(), max));
                if (!taken.isEmpty()) {
                    return taken;
                }
            }
            long left = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
            if (left <= 0 || !sleep(Math.min(left, Math.max(1, Math.min(LOOK_AGAIN_MS, next - now))))) {
                return List.of();
            }
        }
    }

    /** Waits until something is added; false if the thread is interrupted. */
    private boolean sleep(long milliseconds) {
        try {
            // A permit or not: in both cases it is time to look again.
            boolean announced = added.tryAcquire(milliseconds, TimeUnit.MILLISECONDS);
            return announced || !Thread.currentThread().isInterrupted();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    @Override
    public void remove(LeasedDelivery taken) {
        Receipt receipt = Receipt.parse(taken.receipt());
        database.write(session -> session.update(REMOVE, receipt.id(), receipt.number()));
    }

    @Override
    public void putBack(LeasedDelivery taken, QueuedDelivery changed, Duration delay) {
        Receipt receipt = Receipt.parse(taken.receipt());
        database.write(session -> session.update(
                PUT_BACK,
                receipt.id(),
                receipt.number(),
                changed.attempts(),
                InstantText.of(changed.queued()),
                clock.millis() + delay.toMillis()));
    }

    private static LeasedDelivery leased(ResultSet row) throws SQLException {
        var delivery = new QueuedDelivery(
                new AccountId(row.getString("account")),
                new WebhookId(row.getInt("webhook")),
                new EventId(row.getString("event")),
                row.getInt("attempts"),
                InstantText.parse(row.getString("queued")));
        return new LeasedDelivery(delivery, new Receipt(row.getLong("id"), row.getLong("receipt")).text());
    }

    /** Names one taking of one row. */
    private record Receipt(long id, long number) {
        static Receipt parse(String text) {
            int colon = text.indexOf(':');
            return new Receipt(Long.parseLong(text, 0, colon, 10), Long.parseLong(text, colon + 1, text.length(), 10));
        }

        String text() {
            return id + ":" + number;
        }
    }
}
