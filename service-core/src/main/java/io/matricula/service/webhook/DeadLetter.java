package io.matricula.service.webhook;

import io.matricula.service.account.AccountId;
import java.time.Instant;

/**
 * A delivery that was given up.
 *
 * @param attempts how many were made
 * @param died when it was given up
 * @param reason for the owner to read
 */
public record DeadLetter(
        AccountId account, WebhookId webhook, EventId event, int attempts, Instant died, String reason) {}
