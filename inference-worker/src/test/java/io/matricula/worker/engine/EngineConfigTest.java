package io.matricula.worker.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.matricula.recognition.onnx.Device;
import io.matricula.recognition.read.Batching;
import io.matricula.recognition.read.Batching.When;
import io.quarkus.runtime.configuration.DurationConverter;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class EngineConfigTest {
    @Test
    void config_withoutKeys_hasItsDefaults() {
        EngineConfig config = with(Map.of());
        assertThat(config.bundle()).isEmpty();
        assertThat(config.device()).isEqualTo(Device.AUTO);
        assertThat(config.threads()).isEmpty();
        assertThat(config.batch().when()).isEqualTo(Batching.defaults().when());
        assertThat(config.batch().plates()).isEqualTo(Batching.defaults().plates());
        assertThat(config.batch().patience()).isEqualTo(Batching.defaults().patience());
    }

    @Test
    void config_withEveryKey_hasEveryValue() {
        EngineConfig config = with(Map.of(
                "matricula.models.bundle", "/srv/bundle",
                "matricula.models.device", "cpu",
                "matricula.models.threads", "4",
                "matricula.models.batch.when", "always",
                "matricula.models.batch.plates", "32",
                "matricula.models.batch.patience", "5ms"));
        assertThat(config.bundle()).contains(Path.of("/srv/bundle"));
        assertThat(config.device()).isEqualTo(Device.CPU);
        assertThat(config.threads()).hasValue(4);
        assertThat(config.batch().when()).isEqualTo(When.ALWAYS);
        assertThat(config.batch().plates()).isEqualTo(32);
        assertThat(config.batch().patience()).isEqualTo(Duration.ofMillis(5));
    }

    private static EngineConfig with(Map<String, String> keys) {
        return new SmallRyeConfigBuilder()
                .withMapping(EngineConfig.class)
                .withConverter(Duration.class, 200, new DurationConverter())
                .withSources(new PropertiesConfigSource(keys, "test", 500))
                .build()
                .getConfigMapping(EngineConfig.class);
    }
}
