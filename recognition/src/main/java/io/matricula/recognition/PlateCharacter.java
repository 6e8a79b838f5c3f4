package io.matricula.recognition;

import io.matricula.recognition.geometry.Box;

/** One character of a reading: its symbol (more than one letter where a script writes a word), score 0..1 and place in the picture. */
public record PlateCharacter(String symbol, double score, Box box) {}
