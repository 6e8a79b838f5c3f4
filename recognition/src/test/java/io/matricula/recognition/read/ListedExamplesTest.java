package io.matricula.recognition.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.matricula.recognition.region.Region;
import io.matricula.recognition.region.RegionFormats;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;

/** Every example of a format in the list, read by a reader of Latin letters and digits. */
class ListedExamplesTest {
    private static final Path SOURCE = Path.of("..", "training", "regions.yaml");
    private static final float[] NO_EVIDENCE = {0};

    private final RegionFormats formats = RegionFormats.load();
    private final PlateDecoder decoder =
            new PlateDecoder(CtcSketch.ALPHABET, CtcSketch.BLANK, List.of("unknown"), formats);
    private final List<Example> examples = new ArrayList<>();

    /**
     * @param readable whether the reader knows all of its characters
     * @param telling whether it is of one of the region's main formats, and that is not nearly any text
     */
    private record Example(String region, String text, boolean readable, boolean telling) {}

    @BeforeEach
    @SuppressWarnings("unchecked")
    void readExamples() throws IOException {
        assumeTrue(Files.exists(SOURCE), "the training folder is not here");
        try (Reader yaml = Files.newBufferedReader(SOURCE)) {
            Map<String, List<Map<String, Object>>> source = new Yaml().load(yaml);
            for (Map<String, Object> region : source.get("regions")) {
                List<Map<String, String>> patterns = (List<Map<String, String>>) region.get("patterns");
                for (int at = 0; at < patterns.size(); at++) {
                    examples.add(example(
                            (String) region.get("code"), at, patterns.get(at).get("example")));
                }
            }
        }
        assertThat(examples).hasSizeGreaterThan(400);
    }

    private Example example(String code, int format, String text) {
        String readable = text.replaceAll("[^A-Z0-9]", "");
        Region region = formats.find(code);
        assertThat(region).isNotNull();
        Region.Format listed = region.formats().get(format);
        boolean telling = listed.share() >= 0.5 && !listed.pattern().contains("[A-Z0-9]{");
        return new Example(code, readable, readable.equals(text), telling);
    }

    @Test
    void example_clearlyRead_staysAsItIs() {
        for (Example example : examples) {
            Decoded decoded = decode(example.text(), new DecodingOptions(List.of(), false, List.of()));
            assertThat(decoded.text()).as("%s", example).isEqualTo(example.text());
        }
    }

    @Test
    void example_strictlyItsRegion_passes() {
        for (Example example : examples.stream().filter(Example::readable).toList()) {
            Decoded decoded = decode(example.text(), new DecodingOptions(List.of(example.region()), true, List.of()));
            assertThat(decoded.rejectedBy()).as("%s", example).isNull();
            assertThat(decoded.text()).as("%s", example).isEqualTo(example.text());
            assertThat(decoded.formatMatched()).as("%s", example).isTrue();
        }
    }

    /** Each O that could be a zero, and so on, is seen as both; the region is known, and only one of the two fits its format. */
    @Test
    void example_withOneDoubtfulGlyph_isFoundByItsRegion() {
        int doubtful = 0;
        for (Example example : examples.stream().filter(Example::telling).toList()) {
            for (String pair : List.of("0O", "1I", "8B", "5S", "2Z")) {
                for (int at = 0; at < example.text().length(); at++) {
                    doubtful += check(example, at, pair.charAt(0), pair.charAt(1));
                }
            }
        }
        assertThat(doubtful).isGreaterThan(500);
    }

    private int check(Example example, int at, char digit, char letter) {
        char shown = example.text().charAt(at);
        if (shown != digit && shown != letter) {
            return 0;
        }
        char other = shown == digit ? letter : digit;
        String swapped =
                example.text().substring(0, at) + other + example.text().substring(at + 1);
        DecodingOptions strict = new DecodingOptions(List.of(example.region()), true, List.of());
        if (decode(swapped, strict).rejectedBy() == null) {
            return 0;
        }
        String sketch = "%s{%s:.5,%s:.5}%s"
                .formatted(
                        example.text().substring(0, at),
                        shown,
                        other,
                        example.text().substring(at + 1));
        Decoded decoded = decode(sketch, new DecodingOptions(List.of(example.region()), false, List.of()));
        assertThat(decoded.text()).as("%s, place %d", example, at).isEqualTo(example.text());
        return 1;
    }

    private Decoded decode(String sketch, DecodingOptions options) {
        return decoder.decode(CtcSketch.of(sketch), NO_EVIDENCE, decoder.rules(options));
    }
}
