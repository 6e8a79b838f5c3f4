package io.matricula.contract.installation;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.util.List;

/**
 * What one installation has told.
 *
 * @param license id of the licence that it told of last
 * @param calls of all periods
 * @param periods oldest first
 */
@JsonNaming(SnakeCaseStrategy.class)
public record InstallationUsage(String installation, String license, long calls, List<ReportedPeriod> periods) {}
