package io.matricula.service.testkit;

import io.matricula.service.account.AccountId;
import io.matricula.service.upload.Upload;
import io.matricula.service.upload.UploadId;
import io.matricula.service.upload.UploadInbox;
import io.matricula.service.upload.UploadStore;
import io.matricula.service.upload.UploadTarget;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** Uploads in memory, for tests; forgets none by itself, and every key is {@code key-} and the id. Safe for concurrent use. */
public final class InMemoryUploads implements UploadStore, UploadInbox {
    private final Clock clock;
    private final Map<UploadId, Upload> open = new HashMap<>();
    private final Map<UploadId, Kept> kept = new HashMap<>();

    public InMemoryUploads(Clock clock) {
        this.clock = clock;
    }

    @Override
    public synchronized UploadTarget open(Upload upload) {
        open.put(upload.id(), upload);
        return new UploadTarget("/v1/uploads/" + upload.id() + "?key=key-" + upload.id(), Map.of());
    }

    @Override
    public synchronized OptionalLong expected(UploadId id, String key) {
        Upload upload = open.get(id);
        if (upload == null || !key.equals("key-" + id) || !clock.instant().isBefore(upload.expires())) {
            return OptionalLong.empty();
        }
        return OptionalLong.of(upload.size());
    }

    @Override
    public synchronized boolean put(UploadId id, String key, byte[] picture) {
        Upload upload = open.get(id);
        if (upload == null || expected(id, key).isEmpty() || upload.size() != picture.length) {
            return false;
        }
        open.remove(id);
        kept.put(id, new Kept(upload.account(), picture.clone()));
        return true;
    }

    @Override
    public synchronized Optional<byte[]> find(AccountId account, UploadId id) {
        return Optional.ofNullable(kept.get(id))
                .filter(one -> one.account.equals(account))
                .map(one -> one.picture.clone());
    }

    @Override
    public int removeBefore(Instant before) {
        return 0;
    }

    private record Kept(AccountId account, byte[] picture) {}
}
