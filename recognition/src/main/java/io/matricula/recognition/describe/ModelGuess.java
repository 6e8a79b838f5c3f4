package io.matricula.recognition.describe;

import org.jspecify.annotations.Nullable;

/**
 * One make and model that a vehicle may be.
 *
 * @param model null where only the make is sure enough
 * @param score chance 0..1 that all that is named is right
 */
public record ModelGuess(String make, @Nullable String model, double score) {}
