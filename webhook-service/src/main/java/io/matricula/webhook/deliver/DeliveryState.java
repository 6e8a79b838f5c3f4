package io.matricula.webhook.deliver;

import io.matricula.service.webhook.DeadLetterStore;
import io.matricula.service.webhook.DeliveryLog;
import io.matricula.service.webhook.DeliveryQueue;
import io.matricula.service.webhook.EventPictureStore;
import io.matricula.service.webhook.EventStore;
import io.matricula.service.webhook.WebhookStore;

/** The ports that deliveries work on. */
public record DeliveryState(
        WebhookStore webhooks,
        EventStore events,
        EventPictureStore pictures,
        DeliveryQueue queue,
        DeliveryLog log,
        DeadLetterStore deadLetters) {}
