package io.matricula.contract;

/** One way to read a plate: lower-case letters and digits, and score 0..1. */
public record Candidate(double score, String plate) {}
