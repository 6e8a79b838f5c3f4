package io.matricula.contract;

/** The vehicle that carries a plate: score 0..1, one of the type names of the Snapshot API, and its box. */
public record VehicleGuess(double score, String type, Box box) {
    // Snapshot: a vehicle is never left out; without one its score is 0 and its box all 0.
    public static final VehicleGuess NONE = new VehicleGuess(0, "Unknown", Box.NONE);
}
