package io.matricula.recognition.geometry;

/** A place in the upright picture, in pixels. */
public record Point(float x, float y) {}
