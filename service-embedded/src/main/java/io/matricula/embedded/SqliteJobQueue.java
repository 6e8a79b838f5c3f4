package io.matricula.embedded;

import io.matricula.service.account.AccountId;
import io.matricula.service.job.JobId;
import io.matricula.service.job.JobQueue;
import io.matricula.service.job.LeasedJob;
import io.matricula.service.job.QueuedJob;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** Jobs on their way, in SQLite. The number of takings is the receipt of the last. Safe for concurrent use. */
final class SqliteJobQueue implements JobQueue {
    private static final String INSERT =
            "INSERT OR IGNORE INTO job_queue (job, account, due, taken) VALUES (?, ?, ?, 0)";
    private static final String TAKE = """
            UPDATE job_queue SET due = ?2, taken = taken + 1
            WHERE job IN (SELECT job FROM job_queue WHERE due <= ?1 ORDER BY due LIMIT ?3)
            RETURNING job, account, taken""";
    private static final String NEXT = "SELECT due FROM job_queue ORDER BY due LIMIT 1";
    private static final String EXTEND = "UPDATE job_queue SET due = ?3 WHERE job = ?1 AND taken = ?2";
    private static final String REMOVE = "DELETE FROM job_queue WHERE job = ? AND taken = ?";
    /** How soon what another process has queued is seen; what this one queues is seen at once. */
    private static final long LOOK_AGAIN_MS = 250;

    private final SqliteDatabase database;
    private final Clock clock;
    /** Has a permit when something may have been queued since somebody looked. */
    private final Semaphore added;

    SqliteJobQueue(SqliteDatabase database, Clock clock, Semaphore added) {
        this.database = database;
        this.clock = clock;
        this.added = added;
    }

    @Override
    public void add(List<QueuedJob> jobs) {
        database.write(session -> {
            for (QueuedJob job : jobs) {
                session.update(INSERT, job.job().value(), job.account().value(), clock.millis());
            }
            return jobs.size();
        });
        added.release(jobs.size());
    }

    @Override
    public List<LeasedJob> take(int max, Duration lease, Duration wait) {
        long deadline = System.nanoTime() + wait.toNanos();
        while (true) {
            List<LeasedJob> taken = takeDue(max, lease);
            long left = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
            if (!taken.isEmpty() || left <= 0 || !sleep(Math.min(left, LOOK_AGAIN_MS))) {
                return taken;
            }
        }
    }

    private List<LeasedJob> takeDue(int max, Duration lease) {
        long now = clock.millis();
        // Looking costs no write: an idle server leaves the disk alone.
        boolean due = database.read(session -> session.first(NEXT, row -> row.getLong(1))
                .filter(next -> next <= now)
                .isPresent());
        return due
                ? database.write(
                        session -> session.list(TAKE, SqliteJobQueue::leased, now, now + lease.toMillis(), max))
                : List.of();
    }

    /** Waits until something is added; false if the thread is interrupted. */
    private boolean sleep(long milliseconds) {
        try {
            boolean announced = added.tryAcquire(milliseconds, TimeUnit.MILLISECONDS);
            return announced || !Thread.currentThread().isInterrupted();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    @Override
    public void extend(LeasedJob taken, Duration rest) {
        long due = clock.millis() + rest.toMillis();
        database.write(session -> session.update(EXTEND, taken.job().job().value(), taken.taken(), due));
    }

    @Override
    public void remove(LeasedJob taken) {
        database.write(session -> session.update(REMOVE, taken.job().job().value(), taken.taken()));
    }

    private static LeasedJob leased(ResultSet row) throws SQLException {
        var job = new QueuedJob(new AccountId(row.getString("account")), new JobId(row.getString("job")));
        return new LeasedJob(job, row.getInt("taken"), row.getString("taken"));
    }
}
