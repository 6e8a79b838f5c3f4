package io.matricula.contract.account;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import org.jspecify.annotations.Nullable;

/** A token of a mailed link, and the password that its holder chooses. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@JsonNaming(SnakeCaseStrategy.class)
public record NewPasswordRequest(
        @Nullable String token, @Nullable String password) {
    /** Hides the secrets from logs. */
    @Override
    public String toString() {
        return "NewPasswordRequest[…]";
    }
}
