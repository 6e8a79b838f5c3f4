package io.matricula.reading.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.matricula.http.errors.ApiException;
import java.net.URI;
import org.junit.jupiter.api.Test;

class FetchAddressTest {
    @Test
    void parse_ofForbiddenAddress_namesTheField() {
        assertThatThrownBy(() -> FetchAddress.parse("http://127.1/"))
                .isInstanceOfSatisfying(
                        ApiException.class, e -> assertThat(e.answer().fields()).containsOnlyKeys("upload_url"));
    }

    @Test
    void fileName_ofAddress_isItsLastPart() {
        assertThat(FetchAddress.fileName(URI.create("http://example.org/a/b%20c.png?x=/y")))
                .isEqualTo("b c.png");
        assertThat(FetchAddress.fileName(URI.create("http://example.org"))).isEmpty();
    }
}
