package io.matricula.contract.installation;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;

/**
 * The calls of one period.
 *
 * @param start first UTC day
 * @param reportedAt when this number was first told
 */
@JsonNaming(SnakeCaseStrategy.class)
public record ReportedPeriod(String start, long calls, String reportedAt) {}
