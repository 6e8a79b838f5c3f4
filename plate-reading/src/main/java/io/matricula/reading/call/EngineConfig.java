package io.matricula.reading.call;

import io.matricula.contract.RecognitionRequest.Mode;
import java.util.List;

/** The field {@code config}, checked; the meaning of each value stands with {@link io.matricula.contract.RecognitionRequest}. */
record EngineConfig(
        boolean strictRegion,
        double detectionThreshold,
        double readingThreshold,
        Mode mode,
        List<String> textFormats,
        boolean strictVehicle,
        boolean vehicles,
        boolean detail) {}
