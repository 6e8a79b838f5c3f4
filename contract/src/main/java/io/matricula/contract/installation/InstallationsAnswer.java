package io.matricula.contract.installation;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.util.List;

/** The installations that have told an account of their calls. */
@JsonNaming(SnakeCaseStrategy.class)
public record InstallationsAnswer(List<InstallationUsage> licences) {}
