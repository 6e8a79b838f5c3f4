package io.matricula.gateway.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.Test;

class GatewayConfigTest {
    @Test
    void config_withoutKeys_hasItsDefaults() {
        GatewayConfig config = with(Map.of());
        assertThat(config.webhooks().allowPrivate()).isFalse();
        assertThat(config.publicUrl()).isEqualTo(URI.create("http://127.0.0.1:8080"));
    }

    @Test
    void config_withEveryKey_hasEveryValue() {
        GatewayConfig config = with(
                Map.of("matricula.webhooks.allow-private", "true", "matricula.public-url", "https://api.example.org"));
        assertThat(config.webhooks().allowPrivate()).isTrue();
        assertThat(config.publicUrl()).isEqualTo(URI.create("https://api.example.org"));
    }

    @Test
    void config_withUnknownKey_isRefused() {
        assertThatThrownBy(() -> with(Map.of("matricula.webhooks.allow-privat", "true")))
                .hasMessageContaining("matricula.webhooks.allow-privat");
    }

    private static GatewayConfig with(Map<String, String> keys) {
        return new SmallRyeConfigBuilder()
                .withMapping(GatewayConfig.class)
                .withSources(new PropertiesConfigSource(keys, "test", 500))
                .build()
                .getConfigMapping(GatewayConfig.class);
    }
}
