package io.matricula.service.address;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WebAddressTest {
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
        assertThat(WebAddress.parse(address)).isEqualTo(URI.create(address));
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
                "http://example.org:65536/",
                "http://example.org:99999999999/",
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
                "http://1.2.3.4.5/",
                "http://１２７.1/",
                "http://０x7f000001/",
                "http://2130706433。/",
                "http://ü@127.0.0.1/",
                "http://ü＠127.0.0.1/",
                "http://127.0.0.1／ü/",
                "http://[ü]/",
                "http://ü:99999/",
                "http://bü_cher.example/",
                "http://straße.example/",
                "http://my_host/",
                "http://:80/"
            })
    void parse_ofAnythingElse_isRefused(String address) {
        assertThatThrownBy(() -> WebAddress.parse(address)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void parse_ofOtherLetters_writesThemInAscii() {
        assertThat(WebAddress.parse("http://example.org/кар.jpg?q=ü"))
                .isEqualTo(URI.create("http://example.org/%D0%BA%D0%B0%D1%80.jpg?q=%C3%BC"));
        assertThat(WebAddress.redirect(URI.create("http://example.org/a/b"), "ü.jpg"))
                .isEqualTo(URI.create("http://example.org/a/%C3%BC.jpg"));
    }

    @Test
    void parse_ofHostInOtherLetters_writesItInAscii() {
        assertThat(WebAddress.parse("http://bücher.example:8080/ü.jpg?q=bücher.example"))
                .isEqualTo(URI.create("http://xn--bcher-kva.example:8080/%C3%BC.jpg?q=b%C3%BCcher.example"));
        assertThat(WebAddress.parse("https://例え.テスト")).isEqualTo(URI.create("https://xn--r8jz45g.xn--zckzah"));
        assertThat(WebAddress.redirect(URI.create("http://example.org/a"), "//bücher.example/b"))
                .isEqualTo(URI.create("http://xn--bcher-kva.example/b"));
        // What may not be asked for is refused by its address, as if it had been written so.
        assertThat(WebAddress.parse("http://１２７。0.0.1/").getHost()).isEqualTo("127.0.0.1");
        assertThat(WebAddress.parse("http://ⓛocalhost/").getHost()).isEqualTo("localhost");
    }

    @Test
    void parse_ofEndlessAddress_isRefused() {
        assertThatThrownBy(() -> WebAddress.parse("http://example.org/" + "a".repeat(3000)))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
