package io.matricula.embedded;

import io.matricula.service.account.AccountId;
import io.matricula.service.webhook.ImageType;
import io.matricula.service.webhook.SigningSecret;
import io.matricula.service.webhook.Webhook;
import io.matricula.service.webhook.WebhookFilter;
import io.matricula.service.webhook.WebhookHeader;
import io.matricula.service.webhook.WebhookHealth;
import io.matricula.service.webhook.WebhookId;
import io.matricula.service.webhook.WebhookSecrets;
import io.matricula.service.webhook.WebhookSettings;
import io.matricula.service.webhook.WebhookStore;
import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Webhooks in SQLite. Safe for concurrent use. */
final class SqliteWebhookStore implements WebhookStore {
    private static final String INSERT = """
            INSERT INTO webhooks (account, id, created, target, image, cameras, regions, only_with_plates, header_name,
                header_value, enabled, secret, previous_secret, previous_until, failures, failing_since, switched_off)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            ON CONFLICT DO NOTHING""";
    private static final String UPDATE = """
            UPDATE webhooks SET target = ?4, image = ?5, cameras = ?6, regions = ?7, only_with_plates = ?8,
                header_name = ?9, header_value = ?10, enabled = ?11, secret = ?12, previous_secret = ?13,
                previous_until = ?14, failures = ?15, failing_since = ?16, switched_off = ?17
            WHERE account = ?1 AND id = ?2 AND created = ?3""";
    private static final String FIND = "SELECT * FROM webhooks WHERE account = ? AND id = ?";
    private static final String OF_ACCOUNT = "SELECT * FROM webhooks WHERE account = ? ORDER BY created, id";
    private static final String REMOVE = "DELETE FROM webhooks WHERE account = ? AND id = ?";

    private final SqliteDatabase database;

    SqliteWebhookStore(SqliteDatabase database) {
        this.database = database;
    }

    @Override
    public boolean add(Webhook webhook) {
        return database.write(session -> session.update(INSERT, columns(webhook)) == 1);
    }

    @Override
    public Optional<Webhook> find(AccountId account, WebhookId id) {
        return database.read(session -> find(session, account, id));
    }

    private static Optional<Webhook> find(SqliteSession session, AccountId account, WebhookId id) throws SQLException {
        return session.first(FIND, SqliteWebhookStore::webhook, account.value(), id.value());
    }

    @Override
    public List<Webhook> listOf(AccountId account) {
        return database.read(session -> session.list(OF_ACCOUNT, SqliteWebhookStore::webhook, account.value()));
    }

    @Override
    public Optional<Webhook> update(AccountId account, WebhookId id, UnaryOperator<Webhook> change) {
        return database.write(session -> {
            Optional<Webhook> changed = find(session, account, id).map(change);
            if (changed.isPresent() && session.update(UPDATE, columns(changed.get())) != 1) {
                throw new IllegalArgumentException("a change must keep account, number and creation");
            }
            return changed;
        });
    }

    @Override
    public boolean remove(AccountId account, WebhookId id) {
        return database.write(session -> session.update(REMOVE, account.value(), id.value()) == 1);
    }

    private static @Nullable Object[] columns(Webhook webhook) {
        WebhookSettings settings = webhook.settings();
        WebhookHeader header = settings.header();
        SigningSecret previous = webhook.secrets().previous();
        return new @Nullable Object[] {
            webhook.account().value(),
            webhook.id().value(),
            InstantText.of(webhook.created()),
            settings.target().toString(),
            settings.image().name(),
            String.join("\n", settings.filter().cameras()),
            String.join("\n", settings.filter().regions()),
            settings.filter().onlyWithPlates() ? 1 : 0,
            header == null ? null : header.name(),
            header == null ? null : header.value(),
            settings.enabled() ? 1 : 0,
            webhook.secrets().current().text(),
            previous == null ? null : previous.text(),
            InstantText.ofNullable(webhook.secrets().previousUntil()),
            webhook.health().failures(),
            InstantText.ofNullable(webhook.health().failingSince()),
            InstantText.ofNullable(webhook.health().switchedOff())
        };
    }

    private static Webhook webhook(ResultSet row) throws SQLException {
        return new Webhook(
                new AccountId(row.getString("account")),
                new WebhookId(row.getInt("id")),
                InstantText.parse(row.getString("created")),
                settings(row),
                secrets(row),
                new WebhookHealth(
                        row.getInt("failures"),
                        InstantText.parseNullable(row.getString("failing_since")),
                        InstantText.parseNullable(row.getString("switched_off"))));
    }

    private static WebhookSettings settings(ResultSet row) throws SQLException {
        String header = row.getString("header_name");
        return new WebhookSettings(
                URI.create(row.getString("target")),
                ImageType.valueOf(row.getString("image")),
                new WebhookFilter(
                        lines(row.getString("cameras")),
                        lines(row.getString("regions")),
                        row.getBoolean("only_with_plates")),
                header == null ? null : new WebhookHeader(header, row.getString("header_value")),
                row.getBoolean("enabled"));
    }

    private static Set<String> lines(String text) {
        return text.isEmpty() ? Set.of() : Set.of(text.split("\n"));
    }

    private static WebhookSecrets secrets(ResultSet row) throws SQLException {
        String previous = row.getString("previous_secret");
        return new WebhookSecrets(
                new SigningSecret(row.getString("secret")),
                previous == null ? null : new SigningSecret(previous),
                InstantText.parseNullable(row.getString("previous_until")));
    }
}
