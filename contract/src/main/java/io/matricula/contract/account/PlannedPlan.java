package io.matricula.contract.account;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;

/** A plan that takes over later. */
@JsonNaming(SnakeCaseStrategy.class)
public record PlannedPlan(PlanTerms plan, String from) {}
