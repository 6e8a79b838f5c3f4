package io.matricula.reading.call;

import io.matricula.contract.RecognitionRequest;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The checked fields of a plate-reader call beside its picture.
 *
 * @param cameraId null if none was given
 * @param timestamp null if none was given
 * @param warnings what was asked for but has no effect, for the client's developer
 */
public record ReadOptions(
        RecognitionRequest request,
        @Nullable String cameraId,
        @Nullable Instant timestamp,
        List<String> warnings) {}
