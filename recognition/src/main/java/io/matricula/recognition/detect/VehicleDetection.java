package io.matricula.recognition.detect;

import io.matricula.recognition.geometry.Box;
import java.util.List;

/**
 * A vehicle that a network found in a picture.
 *
 * @param score 0..1
 * @param box inside of the picture
 * @param type number of its type in the bundle's list; -1 if no type is clear
 * @param types chances 0..1 of all types, in the order of the bundle's list
 */
public record VehicleDetection(double score, Box box, int type, List<Double> types) implements Found {}
