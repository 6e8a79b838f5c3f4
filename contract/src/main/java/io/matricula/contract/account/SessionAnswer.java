package io.matricula.contract.account;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import org.jspecify.annotations.Nullable;

/** A person has signed in; tokens only without cookies. Lifetime of the access token in seconds. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@JsonNaming(SnakeCaseStrategy.class)
public record SessionAnswer(
        MemberAnswer member,
        long expiresIn,
        @Nullable String tokenType,
        @Nullable String accessToken,
        @Nullable String refreshToken) {
    /** Hides the secrets from logs. */
    @Override
    public String toString() {
        return "SessionAnswer[…]";
    }
}
