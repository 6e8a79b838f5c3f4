package io.matricula.contract;

/** An event on its way: what its {@code webhook-id} will be. */
public record EventAnswer(String event) {}
