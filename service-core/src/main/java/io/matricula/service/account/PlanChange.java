package io.matricula.service.account;

import io.matricula.service.plan.Plan;
import java.time.Instant;

/** A plan that takes over at a known instant, the start of a usage period. */
public record PlanChange(Plan plan, Instant from) {}
