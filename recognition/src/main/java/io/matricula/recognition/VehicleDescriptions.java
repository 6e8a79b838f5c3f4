package io.matricula.recognition;

/**
 * Which vehicles' make, model, colour and orientation are looked for; each takes one run of a network. Where none are, a few vehicles whose
 * type is in doubt get such a run for their type alone, but for the fast mode.
 */
public enum VehicleDescriptions {
    /** None; doubtful types of the vehicles that carry a plate. */
    NONE,
    /** None; doubtful types of all vehicles of the answer. */
    TYPES,
    /** Of the vehicles that carry a plate. */
    OF_PLATES,
    /** Of all vehicles of the answer. */
    ALL
}
