package io.matricula.service.testkit;

import io.matricula.service.account.AccountId;
import io.matricula.service.idempotency.StoredAnswer;
import io.matricula.service.job.BatchId;
import io.matricula.service.job.BatchProgress;
import io.matricula.service.job.Job;
import io.matricula.service.job.JobId;
import io.matricula.service.job.JobStore;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Jobs in memory, for tests. Safe for concurrent use. */
public final class InMemoryJobStore implements JobStore {
    private final Map<JobId, Job> jobs = new HashMap<>();

    @Override
    public synchronized void add(List<Job> added) {
        added.forEach(job -> jobs.put(job.id(), job));
    }

    @Override
    public synchronized Optional<Job> find(AccountId account, JobId id) {
        return Optional.ofNullable(jobs.get(id)).filter(job -> job.account().equals(account));
    }

    @Override
    public synchronized List<Job> ofBatch(AccountId account, BatchId batch, int from, int max) {
        String first = batch.job(from).value();
        return ofBatch(account, batch)
                .filter(job -> job.id().value().compareTo(first) >= 0)
                .sorted(Comparator.comparing(job -> job.id().value()))
                .limit(max)
                .toList();
    }

    private Stream<Job> ofBatch(AccountId account, BatchId batch) {
        return jobs.values().stream()
                .filter(job -> job.account().equals(account) && job.id().value().startsWith(batch.value()));
    }

    @Override
    public synchronized BatchProgress progress(AccountId account, BatchId batch) {
        List<StoredAnswer> answers = ofBatch(account, batch)
                .map(Job::answer)
                .flatMap(Stream::ofNullable)
                .toList();
        int done = (int) answers.stream().filter(StoredAnswer::good).count();
        return new BatchProgress((int) ofBatch(account, batch).count(), done, answers.size() - done);
    }

    @Override
    public synchronized int waiting(AccountId account, int most) {
        return (int) jobs.values().stream()
                .filter(job -> job.account().equals(account) && job.answer() == null)
                .limit(most)
                .count();
    }

    @Override
    public synchronized boolean complete(AccountId account, JobId id, StoredAnswer answer) {
        Optional<Job> waiting = find(account, id).filter(job -> job.answer() == null);
        waiting.ifPresent(job -> jobs.put(id, job.withAnswer(answer)));
        return waiting.isPresent();
    }

    @Override
    public synchronized boolean reopen(AccountId account, JobId id) {
        Optional<Job> found = find(account, id);
        found.filter(job -> job.answer() != null && job.answer().status() >= 500)
                .ifPresent(job -> jobs.put(id, job.reopened()));
        return find(account, id).filter(job -> job.answer() == null).isPresent();
    }

    @Override
    public synchronized int removeBefore(Instant created) {
        int before = jobs.size();
        jobs.values().removeIf(job -> job.created().isBefore(created));
        return before - jobs.size();
    }
}
