package io.matricula.recognition;

import io.matricula.recognition.geometry.Box;

/** A vehicle in the picture, with the score 0..1 of its detection. */
public record Vehicle(VehicleType type, double score, Box box) {}
