package io.matricula.http.auth;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClientAddressTest {
    @ParameterizedTest
    @CsvSource({
        "192.0.2.7, 192.0.2.7",
        "2001:db8:1:2:3:4:5:6, 2001:0db8:0001:0002::/64",
        "2001:db8:1:2:ffff::1, 2001:0db8:0001:0002::/64",
        "::1, 0000:0000:0000:0000::/64",
        "unknown, unknown",
    })
    void address_ofOneCustomer_isOneKey(String address, String key) {
        assertThat(ClientAddress.of(address)).isEqualTo(key);
    }
}
