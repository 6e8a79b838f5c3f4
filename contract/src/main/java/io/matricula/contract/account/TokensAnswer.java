package io.matricula.contract.account;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.util.List;

/** API tokens, oldest first. */
@JsonNaming(SnakeCaseStrategy.class)
public record TokensAnswer(List<TokenAnswer> tokens) {}
