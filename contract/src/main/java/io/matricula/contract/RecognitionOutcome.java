package io.matricula.contract;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What was found in a picture, as whoever recognises tells the gateway.
 *
 * @param imageWidth of the upright picture, in pixels
 * @param imageHeight of the upright picture, in pixels
 * @param results plates, best first; none if vehicles were asked for
 * @param sightings plates and vehicles, best first, those with plates before those without; only if vehicles were asked for
 * @param emptyReason why there are no plates; null if there are
 * @param unknownRegions codes of the request that had no effect
 * @param milliseconds wall time by stage, {@code total} among them
 */
public record RecognitionOutcome(
        int imageWidth,
        int imageHeight,
        List<PlateResult> results,
        List<Sighting> sightings,
        @Nullable EmptyReason emptyReason,
        List<String> unknownRegions,
        Map<String, Double> milliseconds) {}
