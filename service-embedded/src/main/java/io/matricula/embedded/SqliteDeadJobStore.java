package io.matricula.embedded;

import io.matricula.service.account.AccountId;
import io.matricula.service.job.DeadJob;
import io.matricula.service.job.DeadJobStore;
import io.matricula.service.job.JobId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;

/** Jobs that were given up, in SQLite. Safe for concurrent use. */
final class SqliteDeadJobStore implements DeadJobStore {
    private static final String PUT =
            "INSERT OR REPLACE INTO dead_jobs (account, job, taken, died, reason) VALUES (?, ?, ?, ?, ?)";
    private static final String ALL = "SELECT * FROM dead_jobs LIMIT ?";
    private static final String OF_ACCOUNT = "SELECT * FROM dead_jobs WHERE account = ? LIMIT ?";
    private static final String REMOVE = "DELETE FROM dead_jobs WHERE account = ? AND job = ?";
    private static final String REMOVE_BEFORE = "DELETE FROM dead_jobs WHERE died < ?";

    private final SqliteDatabase database;

    SqliteDeadJobStore(SqliteDatabase database) {
        this.database = database;
    }

    @Override
    public void put(DeadJob dead) {
        database.write(session -> session.update(
                PUT,
                dead.account().value(),
                dead.job().value(),
                dead.taken(),
                InstantText.of(dead.died()),
                dead.reason()));
    }

    @Override
    public List<DeadJob> list(int limit) {
        return database.read(session -> session.list(ALL, SqliteDeadJobStore::dead, limit));
    }

    @Override
    public List<DeadJob> listOf(AccountId account, int limit) {
        return database.read(session -> session.list(OF_ACCOUNT, SqliteDeadJobStore::dead, account.value(), limit));
    }

    @Override
    public void remove(AccountId account, JobId job) {
        database.write(session -> session.update(REMOVE, account.value(), job.value()));
    }

    @Override
    public int removeBefore(Instant died) {
        return database.write(session -> session.update(REMOVE_BEFORE, InstantText.of(died)));
    }

    private static DeadJob dead(ResultSet row) throws SQLException {
        return new DeadJob(
                new AccountId(row.getString("account")),
                new JobId(row.getString("job")),
                row.getInt("taken"),
                InstantText.parse(row.getString("died")),
                row.getString("reason"));
    }
}
