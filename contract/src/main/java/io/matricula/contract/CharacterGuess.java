package io.matricula.contract;

import com.fasterxml.jackson.annotation.JsonProperty;

/** One character of a plate as it stands there (upper case), with score 0..1 and its box. */
public record CharacterGuess(@JsonProperty("char") String symbol, double score, Box box) {}
