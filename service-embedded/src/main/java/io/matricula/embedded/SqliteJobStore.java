package io.matricula.embedded;

import io.matricula.service.account.AccountId;
import io.matricula.service.idempotency.StoredAnswer;
import io.matricula.service.job.Job;
import io.matricula.service.job.JobId;
import io.matricula.service.job.JobStore;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;

/** Jobs in SQLite. Safe for concurrent use. */
final class SqliteJobStore implements JobStore {
    private static final String INSERT = "INSERT INTO jobs (id, account, created, order_text) VALUES (?, ?, ?, ?)";
    private static final String FIND = "SELECT * FROM jobs WHERE account = ? AND id = ?";
    private static final String COMPLETE =
            "UPDATE jobs SET status = ?3, body = ?4 WHERE account = ?1 AND id = ?2 AND body IS NULL";
    private static final String REMOVE_BEFORE = "DELETE FROM jobs WHERE created < ?";

    private final SqliteDatabase database;

    SqliteJobStore(SqliteDatabase database) {
        this.database = database;
    }

    @Override
    public void add(Job job) {
        database.write(session -> session.update(
                INSERT, job.id().value(), job.account().value(), InstantText.of(job.created()), job.order()));
    }

    @Override
    public Optional<Job> find(AccountId account, JobId id) {
        return database.read(session -> session.first(FIND, SqliteJobStore::job, account.value(), id.value()));
    }

    @Override
    public boolean complete(AccountId account, JobId id, StoredAnswer answer) {
        return database.write(
                session -> session.update(COMPLETE, account.value(), id.value(), answer.status(), answer.body()) == 1);
    }

    @Override
    public int removeBefore(Instant created) {
        return database.write(session -> session.update(REMOVE_BEFORE, InstantText.of(created)));
    }

    private static Job job(ResultSet row) throws SQLException {
        String body = row.getString("body");
        return new Job(
                new JobId(row.getString("id")),
                new AccountId(row.getString("account")),
                Instant.parse(row.getString("created")),
                row.getString("order_text"),
                body == null ? null : new StoredAnswer(row.getInt("status"), body));
    }
}
