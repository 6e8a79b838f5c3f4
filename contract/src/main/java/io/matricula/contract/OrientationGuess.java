package io.matricula.contract;

import java.util.List;

/** What of a vehicle is seen: Front, Rear or Unknown, and score 0..1. */
public record OrientationGuess(String orientation, double score) {
    // Snapshot: clients index the first entry unchecked.
    public static final List<OrientationGuess> UNKNOWN = List.of(new OrientationGuess("Unknown", 0));
}
