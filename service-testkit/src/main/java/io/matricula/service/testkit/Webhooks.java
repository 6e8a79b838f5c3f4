package io.matricula.service.testkit;

import io.matricula.service.account.AccountId;
import io.matricula.service.webhook.EventId;
import io.matricula.service.webhook.QueuedDelivery;
import io.matricula.service.webhook.SigningSecret;
import io.matricula.service.webhook.Webhook;
import io.matricula.service.webhook.WebhookEvent;
import io.matricula.service.webhook.WebhookId;
import io.matricula.service.webhook.WebhookSettings;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Instant;

/** Webhooks and events for tests. */
public final class Webhooks {
    public static final Instant NOW = Instant.parse("2026-03-05T12:00:00.25Z");
    private static final SecureRandom RANDOM = new SecureRandom();

    private Webhooks() {}

    /** A new webhook of an account that gets everything as JSON. */
    public static Webhook webhook(AccountId account, String target) {
        return Webhook.create(
                account,
                WebhookId.random(RANDOM),
                NOW,
                WebhookSettings.of(URI.create(target)),
                SigningSecret.random(RANDOM));
    }

    public static WebhookEvent event(AccountId account, String data) {
        return new WebhookEvent(EventId.random(), account, NOW, WebhookEvent.IMAGE_DONE, data, false);
    }

    static QueuedDelivery delivery() {
        return new QueuedDelivery(AccountId.random(), WebhookId.random(RANDOM), EventId.random(), 0, NOW);
    }
}
