package io.matricula.contract.account;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;

/** An account. */
@JsonNaming(SnakeCaseStrategy.class)
public record AccountAnswer(String id, String email, String state, String created) {}
