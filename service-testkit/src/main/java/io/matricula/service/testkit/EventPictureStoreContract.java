package io.matricula.service.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.matricula.service.account.AccountId;
import io.matricula.service.webhook.EventId;
import io.matricula.service.webhook.EventPictureStore;
import java.time.Instant;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What every {@link EventPictureStore} must do. A subclass gives a fresh store to each test. */
public abstract class EventPictureStoreContract {
    private final AccountId account = AccountId.random();
    private final EventId event = EventId.random();

    protected abstract EventPictureStore store();

    private static byte[] picture(int size) {
        byte[] bytes = new byte[size];
        new Random(size).nextBytes(bytes);
        return bytes;
    }

    @Test
    void find_keptPicture_isTheSame() {
        store().put(account, event, picture(3_000_000));
        assertThat(store().find(account, event))
                .hasValueSatisfying(found -> assertThat(found).isEqualTo(picture(3_000_000)));
    }

    @Test
    void find_missingPicture_isEmpty() {
        assertThat(store().find(account, event)).isEmpty();
    }

    @Test
    void find_asAnotherAccount_isEmpty() {
        store().put(account, event, picture(10));
        assertThat(store().find(AccountId.random(), event)).isEmpty();
    }

    @Test
    void put_again_isFine() {
        store().put(account, event, picture(10));
        store().put(account, event, picture(20));
        assertThat(store().find(account, event))
                .hasValueSatisfying(found -> assertThat(found).isEqualTo(picture(20)));
    }

    @Test
    void removeBefore_pictureKeptLater_keepsIt() {
        store().put(account, event, picture(10));
        assertThat(store().removeBefore(Instant.parse("2026-01-01T00:00:00Z"))).isZero();
        assertThat(store().find(account, event)).isPresent();
    }
}
