package io.matricula.recognition;

/** Wall time in nanoseconds of each stage of one recognition; {@code total} also covers what lies between them. */
public record Timings(long decode, long detect, long rectify, long read, long vehicles, long describe, long total) {}
