package io.matricula.contract.account;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;

/** A person of an account. */
@JsonNaming(SnakeCaseStrategy.class)
public record MemberAnswer(String id, String email, String role, String created) {}
