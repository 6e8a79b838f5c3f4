package io.matricula.gateway.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.matricula.http.identity.IdentityConfig;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.Test;

class IdentityConfigTest {
    @Test
    void config_withoutKeys_hasItsDefaults() {
        IdentityConfig config = with(Map.of());
        assertThat(config.site()).isEqualTo(URI.create("http://localhost:8080/"));
        assertThat(config.issuer()).isEqualTo("matricula");
        assertThat(config.showLink()).isFalse();
        assertThat(config.password().memory()).isEqualTo(19_456);
        assertThat(config.password().iterations()).isEqualTo(2);
        assertThat(config.password().concurrent()).isEqualTo(4);
    }

    @Test
    void config_withEveryKey_hasEveryValue() {
        IdentityConfig config = with(Map.of(
                "matricula.identity.site", "https://console.example/",
                "matricula.identity.issuer", "https://api.example",
                "matricula.identity.show-link", "true",
                "matricula.identity.password.memory", "65536",
                "matricula.identity.password.iterations", "3",
                "matricula.identity.password.concurrent", "8"));
        assertThat(config.site()).isEqualTo(URI.create("https://console.example/"));
        assertThat(config.issuer()).isEqualTo("https://api.example");
        assertThat(config.showLink()).isTrue();
        assertThat(config.password().memory()).isEqualTo(65_536);
        assertThat(config.password().iterations()).isEqualTo(3);
        assertThat(config.password().concurrent()).isEqualTo(8);
    }

    private static IdentityConfig with(Map<String, String> keys) {
        return new SmallRyeConfigBuilder()
                .withMapping(IdentityConfig.class)
                .withSources(new PropertiesConfigSource(keys, "test", 500))
                .build()
                .getConfigMapping(IdentityConfig.class);
    }
}
