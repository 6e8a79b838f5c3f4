package io.matricula.contract.account;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;

/** The account and the person that are signed in. */
@JsonNaming(SnakeCaseStrategy.class)
public record MeAnswer(AccountAnswer account, MemberAnswer member, PlanTerms plan) {}
