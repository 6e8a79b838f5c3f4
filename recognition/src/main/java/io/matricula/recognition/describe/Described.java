package io.matricula.recognition.describe;

/**
 * What became known of a vehicle.
 *
 * @param type number of its type in the bundle's list; -1 if no type is clear
 */
public record Described(int type, VehicleDescription description) {}
