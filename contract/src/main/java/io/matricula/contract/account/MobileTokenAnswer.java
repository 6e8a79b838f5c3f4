package io.matricula.contract.account;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import org.jspecify.annotations.Nullable;

/** A token for a phone, this once. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@JsonNaming(SnakeCaseStrategy.class)
public record MobileTokenAnswer(
        String token,
        String tokenType,
        String expires,
        @Nullable String cameraId) {
    /** Hides the secrets from logs. */
    @Override
    public String toString() {
        return "MobileTokenAnswer[…]";
    }
}
