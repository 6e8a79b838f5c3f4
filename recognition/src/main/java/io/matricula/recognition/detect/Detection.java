package io.matricula.recognition.detect;

import io.matricula.recognition.geometry.Box;
import io.matricula.recognition.geometry.Corners;

/**
 * A plate that a network found in a picture.
 *
 * @param score 0..1
 * @param box inside of the picture
 * @param corners those of the box, where the network's own make no sense
 */
public record Detection(double score, Box box, Corners corners) implements Found {}
