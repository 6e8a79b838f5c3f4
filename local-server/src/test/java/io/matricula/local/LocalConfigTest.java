package io.matricula.local;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LocalConfigTest {
    @Test
    void config_withoutKeys_hasItsDefaults() {
        LocalConfig config = with(Map.of());
        assertThat(config.state()).isEqualTo(Path.of("matricula-state"));
        assertThat(config.jobs().threads()).isEqualTo(1);
    }

    @Test
    void config_withEveryKey_hasEveryValue() {
        LocalConfig config = with(Map.of(
                "matricula.state", "/var/lib/matricula",
                "matricula.jobs.threads", "3"));
        assertThat(config.state()).isEqualTo(Path.of("/var/lib/matricula"));
        assertThat(config.jobs().threads()).isEqualTo(3);
    }

    private static LocalConfig with(Map<String, String> keys) {
        return new SmallRyeConfigBuilder()
                .withMapping(LocalConfig.class)
                .withSources(new PropertiesConfigSource(keys, "test", 500))
                .build()
                .getConfigMapping(LocalConfig.class);
    }
}
