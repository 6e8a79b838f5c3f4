package io.matricula.contract.account;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import org.jspecify.annotations.Nullable;

/** A refresh token to be exchanged. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@JsonNaming(SnakeCaseStrategy.class)
public record RefreshRequest(@Nullable String refreshToken) {
    /** Hides the secrets from logs. */
    @Override
    public String toString() {
        return "RefreshRequest[…]";
    }
}
