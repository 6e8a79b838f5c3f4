package io.matricula.contract;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A webhook as its owner sees it. Times are ISO 8601 in UTC.
 *
 * @param image {@code none}, {@code original} or {@code vehicle}
 * @param header name of the header that is sent with every delivery; its value is never shown
 * @param failures failed attempts in a row
 * @param failingSince null if the last attempt was good
 * @param switchedOffAt when the service gave up; null if it did not
 * @param previousSecretUntil how long the secret before the present one signs beside it; null if it does not
 * @param secret shown when it is made, and never again
 */
@JsonNaming(SnakeCaseStrategy.class)
public record WebhookAnswer(
        int id,
        String target,
        String image,
        List<String> cameras,
        List<String> regions,
        boolean onlyWithPlates,
        @Nullable String header,
        boolean enabled,
        String createdAt,
        int failures,
        @Nullable String failingSince,
        @Nullable String switchedOffAt,
        @Nullable String previousSecretUntil,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String secret) {}
