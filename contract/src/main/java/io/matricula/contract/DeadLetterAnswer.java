package io.matricula.contract;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;

/** A delivery that was given up: its event, after how many attempts, when (ISO 8601 in UTC) and why. */
@JsonNaming(SnakeCaseStrategy.class)
public record DeadLetterAnswer(String event, int attempts, String diedAt, String reason) {}
