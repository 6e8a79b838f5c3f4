package io.matricula.aws.dynamo;

/** Items of one partition whose sort keys lie between two, both included. */
public record Span(String partition, String first, String last) {}
