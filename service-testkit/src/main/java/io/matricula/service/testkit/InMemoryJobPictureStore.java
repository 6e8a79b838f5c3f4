package io.matricula.service.testkit;

import io.matricula.service.account.AccountId;
import io.matricula.service.job.JobId;
import io.matricula.service.job.JobPictureStore;
import io.matricula.service.job.QueuedJob;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Pictures of jobs in memory, for tests; forgets none by itself. Safe for concurrent use. */
public final class InMemoryJobPictureStore implements JobPictureStore {
    private final Map<QueuedJob, byte[]> pictures = new ConcurrentHashMap<>();

    @Override
    public void put(AccountId account, JobId job, byte[] picture) {
        pictures.put(new QueuedJob(account, job), picture.clone());
    }

    @Override
    public Optional<byte[]> find(AccountId account, JobId job) {
        return Optional.ofNullable(pictures.get(new QueuedJob(account, job))).map(byte[]::clone);
    }

    @Override
    public void remove(AccountId account, JobId job) {
        pictures.remove(new QueuedJob(account, job));
    }

    @Override
    public int removeBefore(Instant kept) {
        return 0;
    }

    /** How many pictures are kept. */
    public int size() {
        return pictures.size();
    }
}
