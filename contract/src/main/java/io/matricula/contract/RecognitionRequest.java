package io.matricula.contract;

import java.util.List;

/**
 * What to look for in a picture, as the gateway asks whoever recognises.
 *
 * @param regions lower-case codes that plates are expected from; empty for the whole world
 * @param strictRegion drop readings that fit none of {@code regions} or {@code textFormats}
 * @param detectionThreshold least detection score 0..1
 * @param readingThreshold least reading score 0..1
 * @param textFormats regular expressions of expected texts
 * @param strictVehicle drop plates that lie on no vehicle
 * @param vehicles also give vehicles without plates, and all as sightings
 * @param mmc also give make, model, colour and orientation
 * @param detail also give corners, characters, and why nothing was found
 */
public record RecognitionRequest(
        List<String> regions,
        boolean strictRegion,
        double detectionThreshold,
        double readingThreshold,
        Mode mode,
        List<String> textFormats,
        boolean strictVehicle,
        boolean vehicles,
        boolean mmc,
        boolean detail) {
    /** How much effort to make. */
    public enum Mode {
        NORMAL,
        FAST,
        REDACTION
    }
}
