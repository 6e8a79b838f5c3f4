package io.matricula.worker.engine;

import io.matricula.recognition.PlateRecognizer;
import io.matricula.recognition.RecognizerConfig;
import io.matricula.recognition.onnx.Device;
import io.matricula.recognition.read.Batching;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.Locale;

/** Opens the recognizer that the settings ask for. */
class EngineBeans {
    @Produces
    @Singleton
    PlateRecognizer recognizer(EngineConfig config, MeterRegistry meters) {
        var batch = config.batch();
        RecognizerConfig settings = RecognizerConfig.defaults()
                .withDevice(config.device())
                .withThreads(config.threads().orElse(1))
                .withBatching(new Batching(batch.when(), batch.plates(), batch.patience(), new BatchMetrics(meters)));
        PlateRecognizer recognizer =
                PlateRecognizer.open(config.bundle().map(settings::withBundle).orElse(settings));
        tellDevice(recognizer.device(), meters);
        return recognizer;
    }

    /** A worker that was meant for a GPU and found none is seen by its tag. */
    private static void tellDevice(Device device, MeterRegistry meters) {
        Gauge.builder("matricula.device", () -> 1)
                .description("1, with what the networks run on")
                .tag("device", device.name().toLowerCase(Locale.ROOT))
                .register(meters);
    }

    void close(@Disposes PlateRecognizer recognizer) {
        recognizer.close();
    }
}
