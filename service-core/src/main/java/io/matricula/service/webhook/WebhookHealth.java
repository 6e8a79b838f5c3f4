package io.matricula.service.webhook;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How deliveries to a webhook have gone lately.
 *
 * @param failures failed attempts since the last good one
 * @param failingSince when the first of them was; null if there is none
 * @param switchedOff when the service gave up and switched the webhook off; null if it did not
 */
public record WebhookHealth(
        int failures,
        @Nullable Instant failingSince,
        @Nullable Instant switchedOff) {
    public static final WebhookHealth GOOD = new WebhookHealth(0, null, null);

    WebhookHealth failed(Instant now) {
        return new WebhookHealth(failures + 1, failingSince == null ? now : failingSince, switchedOff);
    }

    WebhookHealth switchedOffAt(Instant now) {
        return new WebhookHealth(failures, failingSince, now);
    }
}
