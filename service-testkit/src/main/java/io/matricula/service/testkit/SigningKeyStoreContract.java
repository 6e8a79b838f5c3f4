package io.matricula.service.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.matricula.service.signing.SigningKey;
import io.matricula.service.signing.SigningKeyStore;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** What every {@link SigningKeyStore} must do. A subclass gives a fresh store to each test. */
public abstract class SigningKeyStoreContract {
    private static final Instant CREATED = Instant.parse("2026-03-01T10:00:00.5Z");

    protected abstract SigningKeyStore store();

    private SigningKey added(Instant created) {
        SigningKey key = SigningKey.generate(created);
        store().add(key);
        return key;
    }

    @Test
    void list_severalKeys_oldestFirst() {
        SigningKey young = added(CREATED.plusSeconds(1));
        SigningKey old = added(CREATED);
        assertThat(store().list()).containsExactly(old, young);
    }

    @Test
    void list_nothingAdded_isEmpty() {
        assertThat(store().list()).isEmpty();
    }

    @Test
    void remove_key_leavesTheOthers() {
        SigningKey one = added(CREATED);
        SigningKey two = added(CREATED.plusSeconds(1));
        store().remove(one.id());
        store().remove(one.id());
        assertThat(store().list()).containsExactly(two);
    }
}
