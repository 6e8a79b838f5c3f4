package io.matricula.recognition.read;

import io.matricula.recognition.region.Region;
import java.util.List;

/**
 * Options made ready for one decoder by {@link PlateDecoder#rules}: make them once for each picture, use them for all its plates. Immutable.
 *
 * @param unknownRegions requested codes that are not in the list, as the client wrote them; they have no effect
 */
public record DecodingRules(DecodingOptions options, List<Region> regions, List<String> unknownRegions) {
    public DecodingRules {
        regions = List.copyOf(regions);
        unknownRegions = List.copyOf(unknownRegions);
    }
}
