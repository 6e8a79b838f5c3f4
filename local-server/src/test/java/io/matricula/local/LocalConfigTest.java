package io.matricula.local;

import static org.assertj.core.api.Assertions.assertThat;

import io.matricula.recognition.onnx.Device;
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
        assertThat(config.models().bundle()).isEmpty();
        assertThat(config.models().device()).isEqualTo(Device.AUTO);
        assertThat(config.models().threads()).isEmpty();
        assertThat(config.jobs().threads()).isEqualTo(1);
    }

    @Test
    void config_withEveryKey_hasEveryValue() {
        LocalConfig config = with(Map.of(
                "matricula.state", "/var/lib/matricula",
                "matricula.models.bundle", "/srv/bundle",
                "matricula.models.device", "cpu",
                "matricula.models.threads", "4",
                "matricula.jobs.threads", "3"));
        assertThat(config.state()).isEqualTo(Path.of("/var/lib/matricula"));
        assertThat(config.models().bundle()).contains(Path.of("/srv/bundle"));
        assertThat(config.models().device()).isEqualTo(Device.CPU);
        assertThat(config.models().threads()).hasValue(4);
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
