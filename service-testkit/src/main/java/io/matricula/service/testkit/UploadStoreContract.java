package io.matricula.service.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.matricula.service.account.AccountId;
import io.matricula.service.upload.Upload;
import io.matricula.service.upload.UploadId;
import io.matricula.service.upload.UploadStore;
import io.matricula.service.upload.UploadTarget;
import java.time.Instant;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What every {@link UploadStore} must do. A subclass gives a fresh store to each test, and brings pictures as clients do. */
public abstract class UploadStoreContract {
    private final AccountId account = AccountId.random();

    protected abstract UploadStore store();

    /** The store's own time. */
    protected abstract Instant now();

    /** Brings a picture to a target; gives whether it was taken. */
    protected abstract boolean bring(UploadTarget target, byte[] picture) throws Exception;

    protected Upload announced(int size) {
        return Upload.announce(account, size, now());
    }

    protected static byte[] picture(int size) {
        byte[] bytes = new byte[size];
        new Random(size).nextBytes(bytes);
        return bytes;
    }

    @Test
    void find_broughtPicture_isTheSame() throws Exception {
        Upload upload = announced(3_000_000);
        assertThat(bring(store().open(upload), picture(3_000_000))).isTrue();
        assertThat(store().find(account, upload.id()))
                .hasValueSatisfying(found -> assertThat(found).isEqualTo(picture(3_000_000)));
    }

    @Test
    void find_announcedOnlyOrUnknownOrAnothers_isEmpty() throws Exception {
        Upload upload = announced(10);
        UploadTarget target = store().open(upload);
        assertThat(store().find(account, upload.id())).isEmpty();
        assertThat(bring(target, picture(10))).isTrue();
        assertThat(store().find(AccountId.random(), upload.id())).isEmpty();
        assertThat(store().find(account, UploadId.random())).isEmpty();
    }

    @Test
    void removeBefore_pictureBroughtLater_keepsIt() throws Exception {
        Upload upload = announced(10);
        bring(store().open(upload), picture(10));
        assertThat(store().removeBefore(Instant.parse("2026-01-01T00:00:00Z"))).isZero();
        assertThat(store().find(account, upload.id())).isPresent();
    }
}
