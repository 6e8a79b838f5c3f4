package io.matricula.reading.call;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class WarningsTest {
    @Test
    void headers_ofUnknownRegions_nameOnlyWhatIsSafeInAHeader() {
        List<String> codes = List.of("xx", "a\r\nSet-Cookie: x", "q\"", "much-too-long-a-code", "yy");
        assertThat(Warnings.headers(List.of(), codes))
                .containsExactly("299 matricula \"unknown regions were ignored: xx, yy and 3 more\"");
    }

    @Test
    void headers_ofManyUnknownRegions_nameTen() {
        List<String> codes = IntStream.range(0, 200).mapToObj(i -> "x" + i).toList();
        assertThat(Warnings.headers(List.of(), codes).get(0)).endsWith("x8, x9 and 190 more\"");
    }

    @Test
    void headers_ofNothing_areNone() {
        assertThat(Warnings.headers(List.of(), List.of())).isEmpty();
    }
}
