package io.matricula.contract.account;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import org.jspecify.annotations.Nullable;

/** Asks for another e-mail address, and shows the password again. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@JsonNaming(SnakeCaseStrategy.class)
public record NewEmailRequest(
        @Nullable String email, @Nullable String password) {
    /** Hides the secrets from logs. */
    @Override
    public String toString() {
        return "NewEmailRequest[…]";
    }
}
