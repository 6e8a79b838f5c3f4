package io.matricula.contract;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.util.List;

/** Deliveries that were given up. */
@JsonNaming(SnakeCaseStrategy.class)
public record DeadLettersAnswer(List<DeadLetterAnswer> deadLetters) {}
