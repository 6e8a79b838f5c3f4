package io.matricula.contract;

/** Where a plate comes from: code such as {@code fr} or {@code us-ca}, and score 0..1. */
public record RegionGuess(String code, double score) {
    // Snapshot: a region is never left out; clients index result["region"]["code"] unchecked.
    public static final RegionGuess UNKNOWN = new RegionGuess("unknown", 0);
}
