package io.matricula.contract;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The answer to a picture. All fields but the last are always there: clients index them unchecked.
 *
 * @param processingTime of the recognition, in ms
 * @param filename {@code HHMM_xxxxx_name.ext}
 * @param version of this shape, always 1
 * @param cameraId as it was sent; JSON null without one
 * @param timestamp UTC, {@code 2023-09-10T13:00:14.745242Z}: as it was sent, else when the picture came in
 * @param imageWidth of the upright picture, in pixels
 * @param imageHeight of the upright picture, in pixels
 * @param usage always there, because the Home Assistant client reads it on any server that is not the vendor's own
 * @param reason why there are no results; only with {@code detail} {@code full}
 */
@JsonNaming(SnakeCaseStrategy.class)
public record PlateReaderAnswer(
        double processingTime,
        List<PlateResult> results,
        String filename,
        int version,
        @Nullable String cameraId,
        String timestamp,
        int imageWidth,
        int imageHeight,
        Usage usage,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable EmptyReason reason)
        implements PictureAnswer {
    /** The same in version 2 of the shape, with other results. */
    public VehicleReaderAnswer withSightings(List<Sighting> sightings) {
        return new VehicleReaderAnswer(
                processingTime, sightings, filename, 2, cameraId, timestamp, imageWidth, imageHeight, usage, reason);
    }
}
