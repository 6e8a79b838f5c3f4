package io.matricula.recognition.describe;

import java.util.List;

/**
 * What a vehicle looks like. Each list is best first and holds three guesses at most; it is empty where even the best one is too
 * doubtful to be told.
 */
public record VehicleDescription(List<ModelGuess> models, List<Guess> colours, List<Guess> orientations) {}
