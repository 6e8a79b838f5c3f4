package io.matricula.sdk.edition;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SdkConfigTest {
    @Test
    void config_withoutKeys_hasItsDefaults() {
        SdkConfig config = with(Map.of());
        assertThat(config.enabled()).isFalse();
        assertThat(config.issuer()).isEmpty();
        assertThat(config.licence()).isEmpty();
        assertThat(config.cloud()).isEmpty();
        assertThat(config.token()).isEmpty();
    }

    @Test
    void config_withEveryKey_hasEveryValue() {
        SdkConfig config = with(Map.of(
                "matricula.sdk.enabled", "true",
                "matricula.sdk.issuer", "/opt/issuer.pub",
                "matricula.sdk.licence", "/license/licence.txt",
                "matricula.sdk.cloud", "https://api.example.com",
                "matricula.sdk.token", "a token"));
        assertThat(config.enabled()).isTrue();
        assertThat(config.issuer()).contains(Path.of("/opt/issuer.pub"));
        assertThat(config.licence()).contains("/license/licence.txt");
        assertThat(config.cloud()).contains(URI.create("https://api.example.com"));
        assertThat(config.token()).contains("a token");
    }

    private static SdkConfig with(Map<String, String> keys) {
        return new SmallRyeConfigBuilder()
                .withMapping(SdkConfig.class)
                .withSources(new PropertiesConfigSource(keys, "test", 500))
                .build()
                .getConfigMapping(SdkConfig.class);
    }
}
