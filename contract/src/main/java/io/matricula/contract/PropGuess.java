package io.matricula.contract;

/** One value that a property of a plate or a vehicle may have, and score 0..1. */
public record PropGuess(String value, double score) {}
