package io.matricula.embedded;

import io.matricula.service.account.AccountId;
import io.matricula.service.job.JobId;
import io.matricula.service.job.JobPictureStore;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;

/** Pictures of jobs in a folder. Safe for concurrent use. */
final class FileJobPictureStore implements JobPictureStore {
    private final PictureFolder pictures;

    FileJobPictureStore(Path folder) {
        this.pictures = new PictureFolder(folder);
    }

    @Override
    public void put(AccountId account, JobId job, byte[] picture) {
        pictures.put(account, job.value(), picture);
    }

    @Override
    public Optional<byte[]> find(AccountId account, JobId job) {
        return pictures.find(account, job.value());
    }

    @Override
    public void remove(AccountId account, JobId job) {
        pictures.remove(account, job.value());
    }

    @Override
    public int removeBefore(Instant kept) {
        return pictures.removeBefore(kept);
    }
}
