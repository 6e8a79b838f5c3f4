package io.matricula.service.testkit;

import io.matricula.service.account.AccountId;
import io.matricula.service.idempotency.StoredAnswer;
import io.matricula.service.job.Job;
import io.matricula.service.job.JobId;
import io.matricula.service.job.JobStore;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Jobs in memory, for tests. Safe for concurrent use. */
public final class InMemoryJobStore implements JobStore {
    private final Map<JobId, Job> jobs = new HashMap<>();

    @Override
    public synchronized void add(Job job) {
        jobs.put(job.id(), job);
    }

    @Override
    public synchronized Optional<Job> find(AccountId account, JobId id) {
        return Optional.ofNullable(jobs.get(id)).filter(job -> job.account().equals(account));
    }

    @Override
    public synchronized boolean complete(AccountId account, JobId id, StoredAnswer answer) {
        Optional<Job> waiting = find(account, id).filter(job -> job.answer() == null);
        waiting.ifPresent(job -> jobs.put(id, job.withAnswer(answer)));
        return waiting.isPresent();
    }

    @Override
    public synchronized int removeBefore(Instant created) {
        int before = jobs.size();
        jobs.values().removeIf(job -> job.created().isBefore(created));
        return before - jobs.size();
    }
}
