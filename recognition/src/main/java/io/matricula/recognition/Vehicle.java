package io.matricula.recognition;

import io.matricula.recognition.describe.VehicleDescription;
import io.matricula.recognition.geometry.Box;
import org.jspecify.annotations.Nullable;

/**
 * A vehicle in the picture.
 *
 * @param score of its detection, 0..1
 * @param description null unless it was asked for
 */
public record Vehicle(
        VehicleType type, double score, Box box, @Nullable VehicleDescription description) {}
