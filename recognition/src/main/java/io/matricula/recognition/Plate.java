package io.matricula.recognition;

import io.matricula.recognition.geometry.Box;
import io.matricula.recognition.geometry.Corners;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A plate found in a picture.
 *
 * @param box clipped to the picture, never empty
 * @param corners of the plate as it is read; they may lie outside of the picture where the plate is cut
 * @param detectionScore 0..1
 * @param regions best first; empty if nothing speaks for any region
 * @param vehicle the vehicle that carries it, null if none was found
 */
public record Plate(
        Box box,
        Corners corners,
        double detectionScore,
        Reading reading,
        List<RegionCandidate> regions,
        @Nullable Vehicle vehicle) {
    Plate withVehicle(@Nullable Vehicle carrier) {
        return new Plate(box, corners, detectionScore, reading, regions, carrier);
    }
}
