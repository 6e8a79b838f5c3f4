package io.matricula.service.signing;

import static org.assertj.core.api.Assertions.assertThat;

import io.matricula.service.testkit.FakeClock;
import io.matricula.service.testkit.InMemorySigningKeyStore;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class SigningKeysTest {
    private final FakeClock clock = FakeClock.at("2026-03-05T12:00:00Z");
    private final InMemorySigningKeyStore store = new InMemorySigningKeyStore();
    private final SigningKeys keys = new SigningKeys(store, clock);

    @Test
    void current_firstUse_makesAKeyThatSignsAtOnce() {
        SigningKey key = keys.current();
        assertThat(store.list()).containsExactly(key);
        assertThat(keys.find(key.id())).contains(key);
    }

    @Test
    void rotate_newKey_isPublishedBeforeItSigns_andTheOldStaysGood() {
        SigningKey old = keys.current();
        SigningKey next = keys.rotate();
        assertThat(keys.all()).containsExactly(old, next);
        assertThat(keys.current()).isEqualTo(old);
        clock.advance(SigningKeys.SETTLING);
        assertThat(keys.current()).isEqualTo(next);
        assertThat(keys.find(old.id())).contains(old);
    }

    @Test
    void oldKey_outlivedByAllItsTokens_isRemoved() {
        SigningKey old = keys.current();
        SigningKey next = keys.rotate();
        clock.advance(SigningKeys.SETTLING.plus(SigningKeys.OUTLIVING));
        assertThat(keys.all()).containsExactly(old, next);
        clock.advance(Duration.ofMinutes(2));
        assertThat(keys.all()).containsExactly(next);
        assertThat(store.list()).containsExactly(next);
    }

    @Test
    void key_after30Days_isFollowedByAnother() {
        SigningKey old = keys.current();
        clock.advance(SigningKeys.ROTATION.plusSeconds(1));
        assertThat(keys.all()).hasSize(2).startsWith(old);
        clock.advance(SigningKeys.SETTLING);
        assertThat(keys.current()).isNotEqualTo(old);
    }

    @Test
    void find_keyOfAnotherProcess_isLookedUpButNotMoreThanOnceASecond() {
        keys.current();
        var other = new SigningKeys(store, clock).rotate();
        assertThat(keys.find(other.id())).isEmpty();
        clock.advance(Duration.ofSeconds(1));
        assertThat(keys.find(other.id())).contains(other);
        assertThat(keys.find("unknown")).isEmpty();
    }
}
