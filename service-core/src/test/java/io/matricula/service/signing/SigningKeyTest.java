package io.matricula.service.signing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class SigningKeyTest {
    private static final Instant NOW = Instant.parse("2026-03-05T12:00:00Z");

    @Test
    void decode_encodedKey_isEqual() {
        SigningKey key = SigningKey.generate(NOW);
        assertThat(SigningKey.decode(key.id(), NOW, key.encoded())).isEqualTo(key);
    }

    @Test
    void decode_nonsense_isRefused() {
        for (String text : new String[] {"", "a b", "AAAA BBBB", "!!! ???"}) {
            assertThatIllegalArgumentException().isThrownBy(() -> SigningKey.decode("x", NOW, text));
        }
    }

    @Test
    void toString_hidesTheKey() {
        SigningKey key = SigningKey.generate(NOW);
        assertThat(key.toString()).isEqualTo("SigningKey[" + key.id() + "]");
    }
}
