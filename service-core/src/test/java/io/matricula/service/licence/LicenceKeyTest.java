package io.matricula.service.licence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.KeyPair;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Random;
import org.junit.jupiter.api.Test;

class LicenceKeyTest {
    private final KeyPair issuer = KeyText.newPair();
    private final Licence licence = new Licence(
            "0f0e",
            "Söhne & Co = Ltd.",
            "3F2A-90C4",
            50_000,
            true,
            Instant.parse("2026-11-22T12:00:00.123Z"),
            LocalDate.parse("2027-11-22"),
            14);

    @Test
    void key_writtenAndRead_isTheSameLicence() {
        String key = LicenceKey.write(licence, issuer.getPrivate());
        assertThat(LicenceKey.read(key, issuer.getPublic())).isEqualTo(licence);
        assertThat(key).hasSizeLessThan(500).doesNotContainAnyWhitespaces();
        assertThat(LicenceKey.read(" " + key.replaceAll("(.{60})", "$1\r\n") + "\n", issuer.getPublic()))
                .isEqualTo(licence);
    }

    @Test
    void key_withAnyCharacterChanged_isRefused() {
        String key = LicenceKey.write(licence, issuer.getPrivate());
        var random = new Random(5);
        for (int i = 0; i < 300; i++) {
            int at = random.nextInt(key.length() - 1);
            char other = (char) ('!' + random.nextInt(90));
            if (other != key.charAt(at)) {
                String changed = key.substring(0, at) + other + key.substring(at + 1);
                assertThatThrownBy(() -> LicenceKey.read(changed, issuer.getPublic()))
                        .as(changed)
                        .isInstanceOf(LicenceException.class);
            }
        }
    }

    @Test
    void key_ofAnyGarbage_isRefusedWithAMessage() {
        var random = new Random(7);
        for (int i = 0; i < 500; i++) {
            byte[] bytes = new byte[random.nextInt(300)];
            random.nextBytes(bytes);
            String garbage =
                    (i % 2 == 0 ? "MLK1." : "") + new String(bytes, java.nio.charset.StandardCharsets.ISO_8859_1);
            assertThatThrownBy(() -> LicenceKey.read(garbage, issuer.getPublic()))
                    .isInstanceOf(LicenceException.class);
        }
        assertThatThrownBy(() -> LicenceKey.read("MLK1.x".repeat(5_000), issuer.getPublic()))
                .isInstanceOf(LicenceException.class);
    }

    @Test
    void keys_asPem_comeBack() {
        assertThat(KeyText.publicKey(KeyText.write(issuer.getPublic()))).isEqualTo(issuer.getPublic());
        assertThat(KeyText.privateKey(KeyText.write(issuer.getPrivate())).getEncoded())
                .isEqualTo(issuer.getPrivate().getEncoded());
        assertThatThrownBy(() -> KeyText.publicKey("hello")).isInstanceOf(LicenceException.class);
    }

    @Test
    void licence_withAHolderOfTwoLines_isRefused() {
        assertThatThrownBy(() -> new Licence("a", "x\nid=y", "b", 1, false, licence.issued(), licence.expires(), 0))
                .isInstanceOf(LicenceException.class);
    }
}
