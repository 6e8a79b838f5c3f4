package io.matricula.reading.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.runtime.configuration.DurationConverter;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DispatchConfigTest {
    @Test
    void config_withoutKeys_hasItsDefaults() {
        DispatchConfig config = with(Map.of());
        assertThat(config.workers()).isEmpty();
        assertThat(config.balanced()).isFalse();
        assertThat(config.secret()).isEmpty();
        assertThat(config.timeout()).isEqualTo(Duration.ofSeconds(25));
        assertThat(config.connectTimeout()).isEqualTo(Duration.ofSeconds(1));
        assertThat(config.hedgeAfter()).isEmpty();
        assertThat(config.concurrent()).isEqualTo(32);
        assertThat(config.rest()).isEqualTo(Duration.ofSeconds(5));
    }

    @Test
    void config_withEveryKey_hasEveryValue() {
        DispatchConfig config = with(Map.of(
                "matricula.dispatch.workers", "http://one:8080,http://two:8080",
                "matricula.dispatch.balanced", "true",
                "matricula.dispatch.secret", "s3cret",
                "matricula.dispatch.timeout", "3s",
                "matricula.dispatch.connect-timeout", "200ms",
                "matricula.dispatch.hedge-after", "150ms",
                "matricula.dispatch.concurrent", "4",
                "matricula.dispatch.rest", "1m"));
        assertThat(config.workers().orElseThrow())
                .containsExactly(URI.create("http://one:8080"), URI.create("http://two:8080"));
        assertThat(config.balanced()).isTrue();
        assertThat(config.secret()).contains("s3cret");
        assertThat(config.timeout()).isEqualTo(Duration.ofSeconds(3));
        assertThat(config.connectTimeout()).isEqualTo(Duration.ofMillis(200));
        assertThat(config.hedgeAfter()).contains(Duration.ofMillis(150));
        assertThat(config.concurrent()).isEqualTo(4);
        assertThat(config.rest()).isEqualTo(Duration.ofMinutes(1));
    }

    static DispatchConfig with(Map<String, String> keys) {
        return new SmallRyeConfigBuilder()
                .withMapping(DispatchConfig.class)
                .withConverter(Duration.class, 200, new DurationConverter())
                .withSources(new PropertiesConfigSource(keys, "test", 500))
                .build()
                .getConfigMapping(DispatchConfig.class);
    }
}
