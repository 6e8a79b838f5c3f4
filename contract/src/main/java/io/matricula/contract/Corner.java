package io.matricula.contract;

/** A corner of a plate in pixels of the upright picture; it may lie outside of a picture that cuts the plate. */
public record Corner(double x, double y) {}
