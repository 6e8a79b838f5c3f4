package io.matricula.gateway.webhooks;

import io.matricula.contract.DeadLetterAnswer;
import io.matricula.contract.DeliveryAnswer;
import io.matricula.contract.WebhookAnswer;
import io.matricula.service.webhook.DeadLetter;
import io.matricula.service.webhook.DeliveryAttempt;
import io.matricula.service.webhook.Webhook;
import io.matricula.service.webhook.WebhookHeader;
import io.matricula.service.webhook.WebhookSettings;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Says in the words of the wire what webhooks are and what became of their deliveries. */
final class WebhookMapper {
    private WebhookMapper() {}

    static WebhookAnswer answer(Webhook webhook) {
        return answer(webhook, null);
    }

    /** With the secret, for the one time that it is shown. */
    static WebhookAnswer withSecret(Webhook webhook) {
        return answer(webhook, webhook.secrets().current().text());
    }

    private static WebhookAnswer answer(Webhook webhook, @Nullable String secret) {
        WebhookSettings settings = webhook.settings();
        WebhookHeader header = settings.header();
        return new WebhookAnswer(
                webhook.id().value(),
                settings.target().toString(),
                settings.image().name().toLowerCase(Locale.ROOT),
                sorted(settings.filter().cameras()),
                sorted(settings.filter().regions()),
                settings.filter().onlyWithPlates(),
                header == null ? null : header.name(),
                settings.enabled(),
                webhook.created().toString(),
                webhook.health().failures(),
                text(webhook.health().failingSince()),
                text(webhook.health().switchedOff()),
                text(webhook.secrets().previousUntil()),
                secret);
    }

    static DeliveryAnswer answer(DeliveryAttempt attempt) {
        return new DeliveryAnswer(
                attempt.event().value(),
                attempt.number(),
                attempt.at().toString(),
                attempt.result().status(),
                attempt.result().latency().toMillis(),
                attempt.result().answer(),
                attempt.result().problem(),
                text(attempt.next()));
    }

    static DeadLetterAnswer answer(DeadLetter letter) {
        return new DeadLetterAnswer(
                letter.event().value(), letter.attempts(), letter.died().toString(), letter.reason());
    }

    private static List<String> sorted(Set<String> texts) {
        return texts.stream().sorted().toList();
    }

    private static @Nullable String text(@Nullable Instant instant) {
        return instant == null ? null : instant.toString();
    }
}
