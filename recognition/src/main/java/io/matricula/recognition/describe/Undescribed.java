package io.matricula.recognition.describe;

import io.matricula.recognition.geometry.Box;
import java.util.List;

/** A vehicle that is to be described: its place, and what the detector says of its types, as chances 0..1 in the bundle's order. */
public record Undescribed(Box box, List<Double> types) {}
