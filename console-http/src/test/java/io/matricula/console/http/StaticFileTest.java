package io.matricula.console.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class StaticFileTest {
    private static StaticFile script(String text) {
        return StaticFile.of("page.js", text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void file_thatCompresses_isHeldBothWays() {
        StaticFile file = script("let a = 1;\n".repeat(100));

        assertThat(file.type()).isEqualTo("text/javascript; charset=utf-8");
        assertThat(file.gzipped()).isNotNull().hasSizeLessThan(file.plain().length);
    }

    @Test
    void file_thatDoesNotCompress_isHeldPlainly() {
        assertThat(script("a").gzipped()).isNull();
    }

    @Test
    void tag_ofOtherContents_isAnother() {
        assertThat(script("a").tag())
                .isEqualTo(script("a").tag())
                .isNotEqualTo(script("b").tag());
    }

    @Test
    void resource_ofNoKindThatIsServed_isNotFound() {
        assertThat(StaticFile.resource("/io/matricula/console/http/StaticFile.class"))
                .isEmpty();
        assertThat(StaticFile.resource("/io/matricula/console/none.js")).isEmpty();
    }
}
