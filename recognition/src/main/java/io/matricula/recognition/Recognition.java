package io.matricula.recognition;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was found in one picture.
 *
 * @param width of the upright picture (after its EXIF orientation), in pixels
 * @param height of the upright picture, in pixels
 * @param plates best first, each plate once
 * @param vehicles those of the plates, and others that are sure enough; best first; empty if the bundle has no vehicle model
 * @param emptyReason why there are no plates; null if there are
 * @param unknownRegions the codes asked for that no format is known of, as they were given; they had no effect
 */
public record Recognition(
        int width,
        int height,
        List<Plate> plates,
        List<Vehicle> vehicles,
        @Nullable EmptyReason emptyReason,
        Timings timings,
        List<String> unknownRegions) {}
