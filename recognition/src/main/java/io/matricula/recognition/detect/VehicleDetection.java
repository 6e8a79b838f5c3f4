package io.matricula.recognition.detect;

import io.matricula.recognition.geometry.Box;

/**
 * A vehicle that a network found in a picture.
 *
 * @param score 0..1
 * @param box inside of the picture
 * @param type number of its type in the bundle's list; -1 if no type is clear
 */
public record VehicleDetection(double score, Box box, int type) implements Found {}
