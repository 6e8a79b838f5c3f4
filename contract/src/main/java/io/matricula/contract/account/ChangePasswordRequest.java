package io.matricula.contract.account;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import org.jspecify.annotations.Nullable;

/** One's password, and the next. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@JsonNaming(SnakeCaseStrategy.class)
public record ChangePasswordRequest(
        @Nullable String current, @Nullable String password) {
    /** Hides the secrets from logs. */
    @Override
    public String toString() {
        return "ChangePasswordRequest[…]";
    }
}
