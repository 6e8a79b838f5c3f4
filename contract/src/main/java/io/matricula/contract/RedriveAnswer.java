package io.matricula.contract;

/** How many deliveries are on their way once more. */
public record RedriveAnswer(int redriven) {}
