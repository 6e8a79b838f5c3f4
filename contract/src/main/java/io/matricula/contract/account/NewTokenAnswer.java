package io.matricula.contract.account;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;

/** An API token with its secret, this once. */
@JsonNaming(SnakeCaseStrategy.class)
public record NewTokenAnswer(String id, String name, String token, String created) {
    /** Hides the secrets from logs. */
    @Override
    public String toString() {
        return "NewTokenAnswer[…]";
    }
}
