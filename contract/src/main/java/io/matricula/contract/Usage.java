package io.matricula.contract;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;

/** The calls of the account's current period, this one among them, and how many it may hold. */
@JsonNaming(SnakeCaseStrategy.class)
public record Usage(long calls, long maxCalls) {}
