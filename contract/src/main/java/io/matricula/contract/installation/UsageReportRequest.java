package io.matricula.contract.installation;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The calls of an installation, as it tells them.
 *
 * @param license id of the licence in use; {@code trial} without one
 */
@JsonNaming(SnakeCaseStrategy.class)
public record UsageReportRequest(
        @Nullable String installation,
        @Nullable String license,
        @Nullable List<PeriodReport> periods) {}
