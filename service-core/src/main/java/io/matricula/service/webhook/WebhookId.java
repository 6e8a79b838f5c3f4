package io.matricula.service.webhook;

import java.util.random.RandomGenerator;

/** The number of a webhook, unique within its account; {@code hook.id} on the wire, where it has to be a positive integer. */
public record WebhookId(int value) {
    public WebhookId {
        if (value <= 0) {
            throw new IllegalArgumentException("a webhook's number is positive");
        }
    }

    public static WebhookId random(RandomGenerator random) {
        return new WebhookId(random.nextInt(100_000, 1_000_000_000));
    }

    @Override
    public String toString() {
        return Integer.toString(value);
    }
}
