package io.matricula.contract.installation;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;

/** Says that a licence is known. */
@JsonNaming(SnakeCaseStrategy.class)
public record LicenseAnswer(String license) {}
