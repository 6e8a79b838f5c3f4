package io.matricula.contract.account;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import org.jspecify.annotations.Nullable;

/** Signs in; with {@code cookie} the tokens come as cookies. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@JsonNaming(SnakeCaseStrategy.class)
public record SignInRequest(
        @Nullable String email,
        @Nullable String password,
        @Nullable Boolean cookie) {
    /** Hides the secrets from logs. */
    @Override
    public String toString() {
        return "SignInRequest[…]";
    }
}
