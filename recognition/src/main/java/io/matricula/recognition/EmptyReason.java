package io.matricula.recognition;

/** Why a recognition gives no plate: the stage that dropped the last hope. */
public enum EmptyReason {
    /** No vehicle found, and no plate either; only with a bundle that finds vehicles. */
    NO_VEHICLE,
    /** Nothing that looks like a plate. */
    NO_PLATE,
    /** Plates, but smaller than can be read. */
    TOO_SMALL,
    /** Plates, but their detection or reading scores are below the thresholds asked for. */
    BELOW_THRESHOLD,
    /** Readings, but none of the formats that were asked for strictly. */
    FORMAT_MISMATCH
}
