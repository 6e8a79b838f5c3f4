package io.matricula.recognition.read;

import io.matricula.recognition.region.Region;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Options made ready for one decoder by {@link PlateDecoder#rules}: make them once for each picture, use them for all its plates. Immutable, for any
 * number of threads.
 */
public final class DecodingRules {
    private final List<Region> regions;
    private final List<String> unknownRegions;
    private final boolean strict;
    private final @Nullable FormatGuide regionFormats;
    private final @Nullable FormatGuide textFormats;

    /**
     * @param regionFormats the formats of {@code regions}; null if there are none, or if those of one of them are not known
     * @param textFormats null if there are none
     */
    DecodingRules(
            List<Region> regions,
            List<String> unknownRegions,
            boolean strict,
            @Nullable FormatGuide regionFormats,
            @Nullable FormatGuide textFormats) {
        this.regions = List.copyOf(regions);
        this.unknownRegions = List.copyOf(unknownRegions);
        this.strict = strict;
        this.regionFormats = regionFormats;
        this.textFormats = textFormats;
    }

    /** Requested codes that are not in the list, as the client wrote them; they have no effect. */
    public List<String> unknownRegions() {
        return unknownRegions;
    }

    List<Region> regions() {
        return regions;
    }

    boolean strict() {
        return strict;
    }

    @Nullable
    FormatGuide regionFormats() {
        return regionFormats;
    }

    @Nullable
    FormatGuide textFormats() {
        return textFormats;
    }
}
