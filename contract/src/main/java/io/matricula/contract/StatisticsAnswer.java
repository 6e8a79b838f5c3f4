package io.matricula.contract;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;

/**
 * The calls of the account's current period.
 *
 * @param totalCalls calls that the period may hold
 */
@JsonNaming(SnakeCaseStrategy.class)
public record StatisticsAnswer(PeriodCalls usage, long totalCalls) {
    /**
     * One period.
     *
     * @param month 1..12, of the period's start
     * @param year of the period's start
     * @param resetsOn first instant of the next period, {@code 2019-01-14T00:00:00Z}
     */
    @JsonNaming(SnakeCaseStrategy.class)
    public record PeriodCalls(int month, long calls, int year, String resetsOn) {}
}
