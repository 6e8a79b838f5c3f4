package io.matricula.embedded;

import io.matricula.service.account.AccountId;
import io.matricula.service.idempotency.StoredAnswer;
import io.matricula.service.job.BatchId;
import io.matricula.service.job.BatchProgress;
import io.matricula.service.job.Job;
import io.matricula.service.job.JobId;
import io.matricula.service.job.JobStore;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Jobs in SQLite. Safe for concurrent use. */
final class SqliteJobStore implements JobStore {
    private static final String INSERT = """
            INSERT INTO jobs (id, account, created, order_text, status, body, redriven) VALUES (?, ?, ?, ?, ?, ?, ?)""";
    private static final String FIND = "SELECT * FROM jobs WHERE account = ? AND id = ?";
    private static final String OF_BATCH =
            "SELECT * FROM jobs WHERE id BETWEEN ?2 AND ?3 AND account = ?1 ORDER BY id LIMIT ?4";
    private static final String PROGRESS = """
            SELECT count(*) AS total, count(CASE WHEN status / 100 = 2 THEN 1 END) AS done, count(status) AS answered
            FROM jobs WHERE id BETWEEN ?2 AND ?3 AND account = ?1""";
    private static final String WAITING =
            "SELECT count(*) FROM (SELECT 1 FROM jobs WHERE account = ? AND body IS NULL LIMIT ?)";
    private static final String COMPLETE =
            "UPDATE jobs SET status = ?3, body = ?4 WHERE account = ?1 AND id = ?2 AND body IS NULL";
    private static final String REOPEN = """
            UPDATE jobs SET status = NULL, body = NULL, redriven = 1
            WHERE account = ? AND id = ? AND status >= 500""";
    private static final String REMOVE_BEFORE = "DELETE FROM jobs WHERE created < ?";

    private final SqliteDatabase database;

    SqliteJobStore(SqliteDatabase database) {
        this.database = database;
    }

    @Override
    public void add(List<Job> jobs) {
        database.write(session -> {
            for (Job job : jobs) {
                add(session, job);
            }
            return jobs.size();
        });
    }

    private static void add(SqliteSession session, Job job) throws SQLException {
        StoredAnswer answer = job.answer();
        session.update(
                INSERT,
                job.id().value(),
                job.account().value(),
                InstantText.of(job.created()),
                job.order(),
                answer == null ? null : answer.status(),
                answer == null ? null : answer.body(),
                job.redriven() ? 1 : 0);
    }

    @Override
    public Optional<Job> find(AccountId account, JobId id) {
        return database.read(session -> session.first(FIND, SqliteJobStore::job, account.value(), id.value()));
    }

    @Override
    public List<Job> ofBatch(AccountId account, BatchId batch, int from, int max) {
        String first = batch.job(from).value();
        String last = batch.lastJob().value();
        return database.read(session -> session.list(OF_BATCH, SqliteJobStore::job, account.value(), first, last, max));
    }

    @Override
    public BatchProgress progress(AccountId account, BatchId batch) {
        String first = batch.job(0).value();
        String last = batch.lastJob().value();
        return database.read(session -> session.first(PROGRESS, SqliteJobStore::progress, account.value(), first, last)
                .orElseThrow());
    }

    private static BatchProgress progress(ResultSet row) throws SQLException {
        int done = row.getInt("done");
        return new BatchProgress(row.getInt("total"), done, row.getInt("answered") - done);
    }

    @Override
    public int waiting(AccountId account, int most) {
        return database.read(session -> session.first(WAITING, row -> row.getInt(1), account.value(), most)
                .orElseThrow());
    }

    @Override
    public boolean complete(AccountId account, JobId id, StoredAnswer answer) {
        return database.write(
                session -> session.update(COMPLETE, account.value(), id.value(), answer.status(), answer.body()) == 1);
    }

    @Override
    public boolean reopen(AccountId account, JobId id) {
        return database.write(session -> {
            session.update(REOPEN, account.value(), id.value());
            return session.first(FIND, SqliteJobStore::job, account.value(), id.value())
                    .filter(job -> job.answer() == null)
                    .isPresent();
        });
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
                InstantText.parse(row.getString("created")),
                row.getString("order_text"),
                body == null ? null : new StoredAnswer(row.getInt("status"), body),
                row.getBoolean("redriven"));
    }
}
