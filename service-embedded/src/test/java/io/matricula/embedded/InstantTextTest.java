package io.matricula.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InstantTextTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "1970-01-01T00:00:00Z",
                "2024-02-29T23:59:59.999999999Z",
                "2026-11-23T05:06:07.5Z",
                "9999-12-31T23:59:59Z",
                "-0001-01-01T00:00:00Z",
                "+12026-11-23T05:06:07Z"
            })
    void parse_whatWasWritten_isTheSame(String text) {
        Instant instant = Instant.parse(text);

        assertThat(InstantText.parse(InstantText.of(instant))).isEqualTo(instant);
        assertThat(InstantText.parse(text)).isEqualTo(instant);
    }

    @Test
    void parse_anyInstant_asTheJdkReadsIt() {
        var random = new Random(5);
        for (int i = 0; i < 5000; i++) {
            Instant instant =
                    Instant.ofEpochSecond(random.nextLong(0, 250_000_000_000L), random.nextInt(1_000_000_000));

            assertThat(InstantText.parse(InstantText.of(instant))).isEqualTo(instant);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "2026-11-23", "2026-13-23T05:06:07.000000000Z", "2026-11-23T25:06:07.000000000Z"})
    void parse_noInstant_fails(String text) {
        assertThatThrownBy(() -> InstantText.parse(text)).isInstanceOf(DateTimeException.class);
    }
}
