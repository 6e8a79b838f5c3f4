package io.matricula.aws.job;

import io.matricula.aws.s3.S3Folder;
import io.matricula.service.account.AccountId;
import io.matricula.service.job.JobId;
import io.matricula.service.job.JobPictureStore;
import java.time.Instant;
import java.util.Optional;

/** Pictures of jobs in S3, where a life-cycle rule removes those that were forgotten. Safe for concurrent use. */
public final class S3JobPictureStore implements JobPictureStore {
    private final S3Folder folder;

    public S3JobPictureStore(S3Folder folder) {
        this.folder = folder;
    }

    @Override
    public void put(AccountId account, JobId job, byte[] picture) {
        folder.put(account + "/" + job, picture);
    }

    @Override
    public Optional<byte[]> find(AccountId account, JobId job) {
        return folder.find(account + "/" + job);
    }

    @Override
    public void remove(AccountId account, JobId job) {
        folder.remove(account + "/" + job);
    }

    @Override
    public int removeBefore(Instant kept) {
        return 0;
    }
}
