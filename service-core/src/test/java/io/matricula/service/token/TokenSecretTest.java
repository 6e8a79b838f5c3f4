package io.matricula.service.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.matricula.service.account.AccountId;
import java.security.SecureRandom;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TokenSecretTest {
    private static final String HEX = "0123456789abcdef0123456789abcdef01234567";

    @Test
    void parse_fortyHexDigits_isTheToken() {
        TokenSecret secret = TokenSecret.parse(HEX).orElseThrow();
        assertThat(secret.reveal()).isEqualTo(HEX);
        assertThat(secret.lastFour()).isEqualTo("4567");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Token",
                "0123456789abcdef0123456789abcdef0123456",
                "0123456789abcdef0123456789abcdef012345678",
                "0123456789ABCDEF0123456789ABCDEF01234567",
                "0123456789abcdef0123456789abcdef0123456\n",
                "' or 1=1 --"
            })
    void parse_otherText_isNone(String text) {
        assertThat(TokenSecret.parse(text)).isEmpty();
    }

    @Test
    void hash_knownToken_isItsSha256() {
        // printf 0123456789abcdef0123456789abcdef01234567 | sha256sum
        assertThat(TokenSecret.parse(HEX).orElseThrow().hash().hex())
                .isEqualTo("deb87fabd17715bb31ad4cf4ffb9494eeb15f8d33d85b031a301c64ab3417eaa");
    }

    @Test
    void random_twice_differs() {
        var random = new SecureRandom();
        assertThat(TokenSecret.random(random).reveal())
                .matches("[0-9a-f]{40}")
                .isNotEqualTo(TokenSecret.random(random).reveal());
    }

    @Test
    void text_ofSecretAndStoredToken_showsNoSecret() {
        TokenSecret secret = TokenSecret.parse(HEX).orElseThrow();
        ApiToken stored = ApiToken.of(secret, AccountId.random(), "gate", Instant.EPOCH);
        assertThat(secret.toString()).doesNotContain(HEX.substring(0, 36));
        assertThat(stored.toString()).doesNotContain(HEX.substring(0, 36));
    }

    @Test
    void matches_hashes_comparesTheirDigits() {
        TokenHash hash = TokenSecret.parse(HEX).orElseThrow().hash();
        assertThat(hash.matches(new TokenHash(hash.hex()))).isTrue();
        assertThat(hash.matches(new TokenHash("0".repeat(64)))).isFalse();
        assertThatIllegalArgumentException().isThrownBy(() -> new TokenHash("abc"));
    }
}
