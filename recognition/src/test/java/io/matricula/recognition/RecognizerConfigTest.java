package io.matricula.recognition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.matricula.recognition.onnx.Device;
import io.matricula.recognition.read.Batching;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class RecognizerConfigTest {
    @Test
    void defaults_areBounded() {
        assertThat(RecognizerConfig.defaults())
                .isEqualTo(new RecognizerConfig(
                        null, Device.AUTO, 1, 50_000_000, 16_384, 100_000_000, Batching.defaults()));
    }

    @Test
    void with_everyPart_changesOnlyIt() {
        Batching batching = new Batching(Batching.When.ALWAYS, 4, Duration.ZERO, (plates, waited, full) -> {});
        assertThat(RecognizerConfig.defaults()
                        .withBundle(Path.of("bundle"))
                        .withDevice(Device.CPU)
                        .withThreads(2)
                        .withBatching(batching))
                .isEqualTo(new RecognizerConfig(
                        Path.of("bundle"), Device.CPU, 2, 50_000_000, 16_384, 100_000_000, batching));
    }

    @Test
    void withThreads_none_isRefused() {
        assertThatThrownBy(() -> RecognizerConfig.defaults().withThreads(0))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
