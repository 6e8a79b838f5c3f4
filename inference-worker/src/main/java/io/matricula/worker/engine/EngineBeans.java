package io.matricula.worker.engine;

import io.matricula.recognition.PlateRecognizer;
import io.matricula.recognition.RecognizerConfig;
import io.matricula.recognition.read.Batching;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

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
        return PlateRecognizer.open(config.bundle().map(settings::withBundle).orElse(settings));
    }

    void close(@Disposes PlateRecognizer recognizer) {
        recognizer.close();
    }
}
