package io.matricula.recognition;

/** A region that a plate may come from: lower-case code such as {@code fr} or {@code us-ca}, and score 0..1. */
public record RegionCandidate(String code, double score) {}
