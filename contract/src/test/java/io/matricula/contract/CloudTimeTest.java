package io.matricula.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CloudTimeTest {
    @ParameterizedTest
    @CsvSource({
        "2019-08-19T13:11:25, 2019-08-19T13:11:25.000000Z",
        "2019-08-19T13:11, 2019-08-19T13:11:00.000000Z",
        "2019-08-19 13:11:25, 2019-08-19T13:11:25.000000Z",
        "2025-05-30 13:59:09.481824, 2025-05-30T13:59:09.481824Z",
        "2026-11-22T09:51:07.870Z, 2026-11-22T09:51:07.870000Z",
        "2026-11-22t09:51:07.87z, 2026-11-22T09:51:07.870000Z",
        "2019-08-19T13:11:25+02:00, 2019-08-19T11:11:25.000000Z",
        "2019-08-19T13:11:25 02:00, 2019-08-19T11:11:25.000000Z",
        "2019-08-19T13:11:25.5 0200, 2019-08-19T11:11:25.500000Z",
        "2019-08-19T13:11:25-0330, 2019-08-19T16:41:25.000000Z",
        "2019-08-19T13:11:25+02, 2019-08-19T11:11:25.000000Z",
        "2019-08-19T13:11:25.123456789Z, 2019-08-19T13:11:25.123456Z",
        "2019-08-19 13:11:25 -0400, 2019-08-19T17:11:25.000000Z",
        "2019-08-19 13:11:25.5 +02:00, 2019-08-19T11:11:25.500000Z",
        "2019-08-19 13:11 Z, 2019-08-19T13:11:00.000000Z",
        "'2019-08-19 13:11:25,123', 2019-08-19T13:11:25.123000Z",
        "20190819T131125Z, 2019-08-19T13:11:25.000000Z",
        "20190819T131125.5+0200, 2019-08-19T11:11:25.500000Z",
        "0001-01-01T00:00:00, 0001-01-01T00:00:00.000000Z",
        "9999-12-31T23:59:59.999999Z, 9999-12-31T23:59:59.999999Z",
        "2019-08-19, 2019-08-19T00:00:00.000000Z",
        "' 2019-08-19T13:11:25Z ', 2019-08-19T13:11:25.000000Z"
    })
    void parse_ofIso8601_givesTheInstant(String text, String expected) {
        assertThat(CloudTime.parse(text).map(CloudTime::micros)).contains(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "now",
                "13:11:25",
                "2019-13-01T00:00:00",
                "2019-02-30T00:00:00",
                "19-08-2019",
                "1566220285",
                "2019-08-19T25:00:00",
                "2019-08-19T13:11:25+99:00",
                "2019-08-19T13:11:25 Europe/Berlin",
                "+12019-08-19T13:11:25",
                "-2019-08-19T13:11:25Z",
                "0000-12-31T23:59:59Z",
                "0001-01-01T00:00:00+18:00",
                "9999-12-31T23:59:59-18:00",
                "20190819",
                "2019-08-19 13:11:25 - 0400",
                "2019/08/19 13:11"
            })
    void parse_ofAnythingElse_isEmpty(String text) {
        assertThat(CloudTime.parse(text)).isEmpty();
    }

    @Test
    void withoutZone_isTheSdksForm() {
        assertThat(CloudTime.withoutZone(Instant.parse("2025-05-30T13:59:09.481824Z")))
                .isEqualTo("2025-05-30 13:59:09.481824");
    }

    @Test
    void parse_ofWhatWasWritten_givesItBack() {
        var random = new Random(5);
        for (int i = 0; i < 2000; i++) {
            long micros = random.nextLong(0, 253_402_300_799L * 1_000_000);
            Instant instant = Instant.ofEpochSecond(micros / 1_000_000, micros % 1_000_000 * 1000);
            assertThat(CloudTime.parse(CloudTime.micros(instant))).contains(instant);
        }
    }

    @Test
    void seconds_ofInstant_haveNoFraction() {
        assertThat(CloudTime.seconds(Instant.parse("2019-01-14T00:00:00Z"))).isEqualTo("2019-01-14T00:00:00Z");
    }
}
