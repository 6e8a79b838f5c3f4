package io.matricula.contract;

import java.util.List;

/** Colour of a vehicle: black, blue, brown, green, red, silver, white, yellow or unknown, and score 0..1. */
public record ColorGuess(String color, double score) {
    // Snapshot: clients index the first entry unchecked.
    public static final List<ColorGuess> UNKNOWN = List.of(new ColorGuess("unknown", 0));
}
