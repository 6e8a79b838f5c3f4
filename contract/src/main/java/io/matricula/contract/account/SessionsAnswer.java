package io.matricula.contract.account;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.util.List;

/** Where a person is signed in, oldest first. */
@JsonNaming(SnakeCaseStrategy.class)
public record SessionsAnswer(List<SessionLine> sessions) {}
