package io.matricula.service.testkit;

import io.matricula.service.account.AccountId;
import io.matricula.service.job.DeadJob;
import io.matricula.service.job.DeadJobStore;
import io.matricula.service.job.JobId;
import io.matricula.service.job.QueuedJob;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Dead jobs in memory, for tests. Safe for concurrent use. */
public final class InMemoryDeadJobStore implements DeadJobStore {
    private final Map<QueuedJob, DeadJob> dead = new LinkedHashMap<>();

    @Override
    public synchronized void put(DeadJob one) {
        dead.put(new QueuedJob(one.account(), one.job()), one);
    }

    @Override
    public synchronized List<DeadJob> list(int limit) {
        return dead.values().stream().limit(limit).toList();
    }

    @Override
    public synchronized List<DeadJob> listOf(AccountId account, int limit) {
        return dead.values().stream()
                .filter(one -> one.account().equals(account))
                .limit(limit)
                .toList();
    }

    @Override
    public synchronized void remove(AccountId account, JobId job) {
        dead.remove(new QueuedJob(account, job));
    }

    @Override
    public synchronized int removeBefore(Instant died) {
        int before = dead.size();
        dead.values().removeIf(one -> one.died().isBefore(died));
        return before - dead.size();
    }
}
