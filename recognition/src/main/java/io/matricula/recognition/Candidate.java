package io.matricula.recognition;

/** One way to read a plate: upper-case text without separators, and the probability 0..1 that it is right. */
public record Candidate(String text, double score) {}
