package io.matricula.service.webhook;

import io.matricula.service.account.AccountId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One attempt in the log.
 *
 * @param number 1 for the first of a delivery
 * @param at when it began
 * @param next when it will be tried again; null after the last
 */
public record DeliveryAttempt(
        AccountId account,
        WebhookId webhook,
        EventId event,
        int number,
        Instant at,
        AttemptResult result,
        @Nullable Instant next) {}
