package io.matricula.contract.account;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import org.jspecify.annotations.Nullable;

/** Names the admin who becomes the owner, and shows the password again. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@JsonNaming(SnakeCaseStrategy.class)
public record HandOverRequest(
        @Nullable String member, @Nullable String password) {
    /** Hides the secrets from logs. */
    @Override
    public String toString() {
        return "HandOverRequest[…]";
    }
}
