package io.matricula.contract.account;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.util.List;

/** The people of an account, oldest first. */
@JsonNaming(SnakeCaseStrategy.class)
public record MembersAnswer(List<MemberAnswer> members) {}
