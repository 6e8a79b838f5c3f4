package io.matricula.recognition.describe;

/** One way to name an attribute, in the words of the bundle such as {@code silver} or {@code Front}, and the chance 0..1 that it is right. */
public record Guess(String name, double score) {}
