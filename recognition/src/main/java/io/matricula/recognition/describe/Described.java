package io.matricula.recognition.describe;

import org.jspecify.annotations.Nullable;

/**
 * What became known of a vehicle.
 *
 * @param type number of its type in the bundle's list; -1 if no type is clear
 * @param description null if the type alone was asked for
 */
public record Described(int type, @Nullable VehicleDescription description) {}
