package io.matricula.contract;

import java.util.List;

/** Make and model of a vehicle: {@code Unknown} for a model that is open, and score 0..1. */
public record ModelMake(String make, String model, double score) {
    // Snapshot: an open make is called "generic", and clients index the first entry unchecked.
    public static final List<ModelMake> UNKNOWN = List.of(new ModelMake("generic", "Unknown", 0));
}
