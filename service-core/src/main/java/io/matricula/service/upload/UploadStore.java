package io.matricula.service.upload;

import io.matricula.service.account.AccountId;
import java.time.Instant;
import java.util.Optional;

/**
 * Port: pictures that clients bring themselves, each found only under its account, for {@link Upload#KEPT}. Safe for concurrent use,
 * also by several processes. All methods throw {@link java.io.UncheckedIOException} if the store can't be reached.
 */
public interface UploadStore {
    /** Makes a place for a picture of exactly the announced size, until the upload expires. */
    UploadTarget open(Upload upload);

    /** The picture of an upload; empty if none was brought, or is there any more. */
    Optional<byte[]> find(AccountId account, UploadId id);

    /**
     * Removes what was announced or brought before an instant. A store that forgets by itself may do nothing.
     *
     * @return how many pictures were removed
     */
    int removeBefore(Instant kept);
}
