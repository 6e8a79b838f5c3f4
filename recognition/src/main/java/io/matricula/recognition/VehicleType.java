package io.matricula.recognition;

/** The shape of a vehicle. */
public enum VehicleType {
    BIG_TRUCK,
    BUS,
    MOTORCYCLE,
    PICKUP_TRUCK,
    SEDAN,
    SUV,
    VAN,
    /** A vehicle whose shape is none of these, or not clear enough. */
    UNKNOWN
}
