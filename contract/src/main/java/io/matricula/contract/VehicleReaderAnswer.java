package io.matricula.contract;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The answer to a picture that vehicles without plates were asked of: version 2 of the shape. The fields are those of
 * {@link PlateReaderAnswer}; only the results differ.
 *
 * @param version of this shape, always 2
 */
@JsonNaming(SnakeCaseStrategy.class)
public record VehicleReaderAnswer(
        double processingTime,
        List<Sighting> results,
        String filename,
        int version,
        @Nullable String cameraId,
        String timestamp,
        int imageWidth,
        int imageHeight,
        Usage usage,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable EmptyReason reason)
        implements PictureAnswer {}
