package io.matricula.gateway.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.matricula.http.errors.ApiException;
import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FetchAddressTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://example.org/car.jpg",
                "HTTPS://example.org",
                "http://8.8.8.8/a",
                "https://example.org:8443/a?b=c#d",
                "http://1e100.net/",
                "http://3com.example/",
                "http://0x.example.org/"
            })
    void parse_ofWebAddress_takesIt(String address) {
        assertThat(FetchAddress.parse(address)).isEqualTo(URI.create(address));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "car.jpg",
                "/etc/passwd",
                "file:///etc/passwd",
                "jar:http://example.org!/",
                "http:",
                "http://",
                "http:///a",
                "http://user@example.org/",
                "http://exa mple.org/",
                "http://example.org/a b",
                "javascript:alert(1)",
                "http://127.1/",
                "http://127.0.1/",
                "http://0127.0.0.1/",
                "http://2130706433/",
                "http://0x7f000001/",
                "http://0x7f.0x0.0x0.0x1/",
                "http://127.0.0.0x1/",
                "http://1.2.3.4.5/"
            })
    void parse_ofAnythingElse_isRefused(String address) {
        assertThatThrownBy(() -> FetchAddress.parse(address)).isInstanceOf(ApiException.class);
    }

    @Test
    void parse_ofEndlessAddress_isRefused() {
        assertThatThrownBy(() -> FetchAddress.parse("http://example.org/" + "a".repeat(3000)))
                .isInstanceOf(ApiException.class);
    }

    @Test
    void fileName_ofAddress_isItsLastPart() {
        assertThat(FetchAddress.fileName(URI.create("http://example.org/a/b%20c.png?x=/y")))
                .isEqualTo("b c.png");
        assertThat(FetchAddress.fileName(URI.create("http://example.org"))).isEmpty();
    }
}
