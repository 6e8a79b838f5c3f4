package io.matricula.recognition.region;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;

class RegionFormatsTest {
    private static final Path SOURCE = Path.of("..", "training", "regions.yaml");
    private final RegionFormats formats = RegionFormats.load();

    @Test
    void find_anySpelling_givesTheRegion() {
        for (String code : List.of("us-ca", "US-CA", "us_ca", " Us_Ca ")) {
            assertThat(formats.find(code)).isNotNull().extracting(Region::name).isEqualTo("California");
        }
        assertThat(formats.find("uk")).isNull();
        assertThat(formats.find("")).isNull();
    }

    @Test
    void list_parents_areInIt() {
        assertThat(formats.all())
                .allSatisfy(region -> assertThat(region.parent() == null || formats.find(region.parent()) != null)
                        .isTrue());
        assertThat(formats.all()).hasSizeGreaterThan(500);
    }

    @Test
    void table_andTheYamlItIsWrittenFrom_areEqual() throws IOException {
        assumeTrue(Files.exists(SOURCE), "the training folder is not here");
        try (Reader yaml = Files.newBufferedReader(SOURCE)) {
            Map<String, List<Map<String, Object>>> source = new Yaml().load(yaml);
            List<List<Object>> expected =
                    source.get("regions").stream().map(RegionFormatsTest::facts).toList();
            assertThat(formats.all())
                    .extracting(RegionFormatsTest::facts)
                    .as("run `python3 -m matricula_training regions export` in training/")
                    .containsExactlyElementsOf(expected);
        }
    }

    private static List<Object> facts(Region region) {
        String parent = region.parent() == null ? "" : region.parent();
        List<String> patterns =
                region.formats().stream().map(Region.Format::pattern).toList();
        return List.of(region.code(), region.name(), parent, patterns);
    }

    @SuppressWarnings("unchecked")
    private static List<Object> facts(Map<String, Object> region) {
        Object parent = region.get("parent") == null ? "" : region.get("parent");
        List<Object> patterns = ((List<Map<String, Object>>) region.get("patterns"))
                .stream().map(pattern -> pattern.get("re")).toList();
        return List.of(region.get("code"), region.get("name"), parent, patterns);
    }
}
