package io.matricula.reading.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ReadingConfigTest {
    @Test
    void config_withoutKeys_hasItsDefaults() {
        ReadingConfig config = Settings.with(Map.of());
        assertThat(config.picture().maxSize().asLongValue()).isEqualTo(3 << 20);
        assertThat(config.picture().memory().asLongValue()).isEqualTo(256 << 20);
        assertThat(config.picture().timeout()).isEqualTo(Duration.ofSeconds(60));
        assertThat(config.uploadUrl().allowPrivate()).isFalse();
        assertThat(config.uploadUrl().timeout()).isEqualTo(Duration.ofSeconds(10));
        assertThat(config.uploadUrl().maxRedirects()).isEqualTo(3);
        assertThat(config.recognition().concurrent()).isEmpty();
        assertThat(config.recognition().maxWait()).isEqualTo(Duration.ofSeconds(10));
        assertThat(config.answer().form()).isEqualTo(AnswerForm.CLOUD);
        assertThat(config.uploads().maxSize().asLongValue()).isEqualTo(20 << 20);
        assertThat(config.queue().mostWaiting()).isEqualTo(2_000);
        assertThat(config.batch().pictures()).isEqualTo(1_000);
        assertThat(config.batch().maxSize().asLongValue()).isEqualTo(200 << 20);
        assertThat(config.batch().maxUnpacked().asLongValue()).isEqualTo(1 << 30);
        assertThat(config.batch().timeout()).isEqualTo(Duration.ofMinutes(10));
        assertThat(config.batch().concurrent()).isEqualTo(4);
    }

    @Test
    void config_withEveryKey_hasEveryValue() {
        ReadingConfig config = Settings.with(Map.ofEntries(
                Map.entry("matricula.picture.max-size", "20M"),
                Map.entry("matricula.picture.memory", "1G"),
                Map.entry("matricula.picture.timeout", "5s"),
                Map.entry("matricula.upload-url.allow-private", "true"),
                Map.entry("matricula.upload-url.timeout", "2s"),
                Map.entry("matricula.upload-url.max-redirects", "1"),
                Map.entry("matricula.recognition.concurrent", "7"),
                Map.entry("matricula.recognition.max-wait", "250ms"),
                Map.entry("matricula.uploads.max-size", "5M"),
                Map.entry("matricula.queue.most-waiting", "9"),
                Map.entry("matricula.batch.pictures", "8"),
                Map.entry("matricula.batch.max-size", "7M"),
                Map.entry("matricula.batch.max-unpacked", "6M"),
                Map.entry("matricula.batch.timeout", "5s"),
                Map.entry("matricula.batch.concurrent", "3"),
                Map.entry("matricula.answer.form", "sdk")));
        assertThat(config.picture().maxSize().asLongValue()).isEqualTo(20 << 20);
        assertThat(config.picture().memory().asLongValue()).isEqualTo(1 << 30);
        assertThat(config.picture().timeout()).isEqualTo(Duration.ofSeconds(5));
        assertThat(config.uploadUrl().allowPrivate()).isTrue();
        assertThat(config.uploadUrl().timeout()).isEqualTo(Duration.ofSeconds(2));
        assertThat(config.uploadUrl().maxRedirects()).isEqualTo(1);
        assertThat(config.recognition().concurrent()).hasValue(7);
        assertThat(config.recognition().maxWait()).isEqualTo(Duration.ofMillis(250));
        assertThat(config.answer().form()).isEqualTo(AnswerForm.SDK);
        assertThat(config.uploads().maxSize().asLongValue()).isEqualTo(5 << 20);
        assertThat(config.queue().mostWaiting()).isEqualTo(9);
        assertThat(config.batch().pictures()).isEqualTo(8);
        assertThat(config.batch().maxSize().asLongValue()).isEqualTo(7 << 20);
        assertThat(config.batch().maxUnpacked().asLongValue()).isEqualTo(6 << 20);
        assertThat(config.batch().timeout()).isEqualTo(Duration.ofSeconds(5));
        assertThat(config.batch().concurrent()).isEqualTo(3);
    }

    @Test
    void config_withUnknownKey_isRefused() {
        assertThatThrownBy(() -> Settings.with(Map.of("matricula.picture.max-sise", "1M")))
                .hasMessageContaining("matricula.picture.max-sise");
    }
}
