package io.matricula.contract.account;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import org.jspecify.annotations.Nullable;

/** A mail is on its way, perhaps; the link only where the operator shows it. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@JsonNaming(SnakeCaseStrategy.class)
public record MailedAnswer(String detail, @Nullable String link) {
    /** Hides the secrets from logs. */
    @Override
    public String toString() {
        return "MailedAnswer[…]";
    }
}
