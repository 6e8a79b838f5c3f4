package io.matricula.contract.account;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;

/** The terms of a plan. */
@JsonNaming(SnakeCaseStrategy.class)
public record PlanTerms(String name, long calls, int perSecond, boolean mmc) {}
