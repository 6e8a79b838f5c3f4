package io.matricula.recognition;

/** Which vehicles' make, model, colour and orientation are looked for; each takes one run of a network. */
public enum VehicleDescriptions {
    NONE,
    /** Of the vehicles that carry a plate. */
    OF_PLATES,
    /** Of all vehicles of the answer. */
    ALL
}
