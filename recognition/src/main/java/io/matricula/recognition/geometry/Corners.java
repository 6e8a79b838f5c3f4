package io.matricula.recognition.geometry;

/** The four corners of a plate as it is read, whatever way it lies in the picture. */
public record Corners(Point topLeft, Point topRight, Point bottomRight, Point bottomLeft) {}
