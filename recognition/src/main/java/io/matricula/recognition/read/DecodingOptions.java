package io.matricula.recognition.read;

import java.util.List;

/**
 * What a request says about the plates to expect.
 *
 * @param regions region codes as the client wrote them ({@code us-ca}, {@code US_CA}); empty = anywhere in the world
 * @param strictRegion whether plates whose text fits no format of {@code regions} (or, if given, of {@code textFormats}) are rejected
 * @param textFormats regular expressions that texts should match in full, in any case; empty = no wish
 */
public record DecodingOptions(List<String> regions, boolean strictRegion, List<String> textFormats) {
    public static final DecodingOptions NONE = new DecodingOptions(List.of(), false, List.of());

    public DecodingOptions {
        regions = List.copyOf(regions);
        textFormats = List.copyOf(textFormats);
    }
}
