package io.matricula.gateway.platereader;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PreferenceTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "| NOW",
                "wait=10 | NOW",
                "return=minimal | NOW",
                "x-respond-async | NOW",
                "respond-async | LATER",
                "Respond-Async; foo | LATER",
                "return=minimal, respond-async | LATER",
                "respond-async, wait=10 | LATER_IF_BUSY",
                "wait = 5; respond-async | LATER_IF_BUSY"
            })
    void of_header_isWhatItSays(String header, Preference preference) {
        assertThat(Preference.of(header)).isEqualTo(preference);
    }
}
