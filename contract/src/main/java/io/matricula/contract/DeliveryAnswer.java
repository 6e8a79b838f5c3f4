package io.matricula.contract;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import org.jspecify.annotations.Nullable;

/**
 * One attempt to deliver an event.
 *
 * @param event the {@code webhook-id} of the delivery
 * @param attempt 1 for the first
 * @param at when it began, ISO 8601 in UTC
 * @param status HTTP status; null if there was no answer
 * @param answer the first 1000 characters of the target's answer
 * @param problem why it failed; null if it did not
 * @param nextAttemptAt null after the last
 */
@JsonNaming(SnakeCaseStrategy.class)
public record DeliveryAnswer(
        String event,
        int attempt,
        String at,
        @Nullable Integer status,
        long milliseconds,
        String answer,
        @Nullable String problem,
        @Nullable String nextAttemptAt) {}
