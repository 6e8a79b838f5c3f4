package io.matricula.contract.installation;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import org.jspecify.annotations.Nullable;

/**
 * The calls of one period.
 *
 * @param start first UTC day, {@code 2026-11-01}
 */
@JsonNaming(SnakeCaseStrategy.class)
public record PeriodReport(@Nullable String start, @Nullable Long calls) {}
