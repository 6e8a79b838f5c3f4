package io.matricula.gateway.picture;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.matricula.http.errors.ApiException;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class Base64PictureTest {
    @Test
    void decode_ofAnyBytesInAnySpelling_givesThemBack() {
        var random = new Random(7);
        for (int length = 1; length < 400; length++) {
            byte[] bytes = new byte[length];
            random.nextBytes(bytes);
            for (String spelling : spellings(bytes)) {
                assertThat(Base64Picture.decode(spelling.getBytes(US_ASCII)))
                        .as(spelling)
                        .isEqualTo(bytes);
            }
        }
    }

    private static List<String> spellings(byte[] bytes) {
        String plain = Base64.getEncoder().encodeToString(bytes);
        String lines = Base64.getMimeEncoder().encodeToString(bytes);
        return List.of(
                plain,
                lines,
                lines.replace("\r\n", "\n"),
                lines.replace("\r\n", " \r\n") + "\r\n",
                "\n " + plain + " \n",
                "data:image/jpeg;base64," + plain,
                " data:;base64," + lines,
                Base64.getUrlEncoder().encodeToString(bytes),
                Base64.getUrlEncoder().withoutPadding().encodeToString(bytes),
                Base64.getEncoder().withoutPadding().encodeToString(bytes));
    }

    @Test
    void decode_wherePlusBecameBlank_restoresIt() {
        byte[] bytes = {(byte) 0xFB, (byte) 0xEF, (byte) 0xBE, (byte) 0xFB, (byte) 0xEF, (byte) 0xBE, 1};
        String spelled = Base64.getEncoder().encodeToString(bytes).replace('+', ' ');
        assertThat(Base64Picture.decode(("data:image/png;base64," + spelled).getBytes(US_ASCII)))
                .isEqualTo(bytes);
    }

    @ParameterizedTest
    @ValueSource(strings = {"!", "abc$", "=abc", "ab=c", "data:image/png;base64", "a", "\u00e9"})
    void decode_ofNoBase64_isRefused(String text) {
        assertThatThrownBy(() -> Base64Picture.decode(text.getBytes(java.nio.charset.StandardCharsets.UTF_8)))
                .isInstanceOf(ApiException.class)
                .hasMessageStartingWith("upload: ");
    }
}
