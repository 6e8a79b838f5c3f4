package io.matricula.contract;

/** A vehicle in an answer of version 2: one of the type names of the Snapshot API, score 0..1 of its detection, box. */
public record SightedVehicle(String type, double score, Box box, VehicleProps props) {}
