package io.matricula.contract;

import org.jspecify.annotations.Nullable;

/** A plate on its vehicle, a vehicle without a plate, or a plate without a vehicle: never neither. */
public record Sighting(
        @Nullable SightedPlate plate, @Nullable SightedVehicle vehicle) {}
