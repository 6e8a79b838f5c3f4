package io.matricula.service.identity;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EmailAddressTest {
    @ParameterizedTest
    @CsvSource({
        "' Ann@Example.COM ', ann@example.com",
        "demo@localhost, demo@localhost",
        "a.b+c@sub.example.org, a.b+c@sub.example.org",
        "JOSÉ@BÜRO.example, josé@büro.example",
    })
    void normalised_address_hasOneForm(String text, String address) {
        assertThat(EmailAddress.normalised(text)).contains(address);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "ann",
                "@",
                "ann@",
                "@x.org",
                "a@b@c.org",
                "a b@x.org",
                "ann@x..org",
                "ann@.x.org",
                "ann@x.org.",
                "<ann@x.org>",
                "ann@x.org,bob@x.org",
                "ann@x.org\r\nBcc: b@x.org",
                "\"a\"@x.org",
                "ann@[127.0.0.1]"
            })
    void normalised_otherText_isEmpty(String text) {
        assertThat(EmailAddress.normalised(text)).isEmpty();
        assertThat(EmailAddress.normalised("a".repeat(300) + "@x.org")).isEmpty();
    }
}
