package io.matricula.service.upload;

import io.matricula.service.account.AccountId;
import java.time.Duration;
import java.time.Instant;

/**
 * A picture that a client has announced.
 *
 * @param size of the picture in bytes, exactly
 * @param expires until when it may be brought
 */
public record Upload(UploadId id, AccountId account, long size, Instant expires) {
    /** How long a picture may be brought after it was announced. */
    public static final Duration OPEN = Duration.ofMinutes(15);

    /** How long a picture is kept at least. */
    public static final Duration KEPT = Duration.ofHours(24);

    /** An upload announced now. */
    public static Upload announce(AccountId account, long size, Instant now) {
        return new Upload(UploadId.random(), account, size, now.plus(OPEN));
    }
}
