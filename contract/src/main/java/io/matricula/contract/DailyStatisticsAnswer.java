package io.matricula.contract;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.util.List;

/**
 * The calls of each day of a stretch of time. Days are those of UTC, {@code 2026-11-22}.
 *
 * @param from first day that was asked for
 * @param to last day that was asked for
 * @param calls of all days listed
 * @param days oldest first, without gaps; none that is still to come
 */
@JsonNaming(SnakeCaseStrategy.class)
public record DailyStatisticsAnswer(String from, String to, long calls, List<DayCalls> days) {
    /** One day. */
    @JsonNaming(SnakeCaseStrategy.class)
    public record DayCalls(String day, long calls) {}
}
