package io.matricula.recognition;

/** One way to read a plate: upper-case text without separators, and its score 0..1 as in {@link Reading}. */
public record Candidate(String text, double score) {}
