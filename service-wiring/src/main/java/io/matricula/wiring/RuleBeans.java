package io.matricula.wiring;

import io.matricula.service.account.AccountStore;
import io.matricula.service.admission.Admission;
import io.matricula.service.idempotency.Idempotency;
import io.matricula.service.idempotency.IdempotencyStore;
import io.matricula.service.notice.NoticeStore;
import io.matricula.service.notice.WatchedUsage;
import io.matricula.service.token.TokenStore;
import io.matricula.service.usage.UsageHistory;
import io.matricula.service.usage.UsageStore;
import io.matricula.service.webhook.DeadLetterStore;
import io.matricula.service.webhook.DeliveryLog;
import io.matricula.service.webhook.DeliveryQueue;
import io.matricula.service.webhook.EventPictureStore;
import io.matricula.service.webhook.EventPublisher;
import io.matricula.service.webhook.EventStore;
import io.matricula.service.webhook.WebhookStore;
import io.matricula.service.webhook.admin.WebhookAdmin;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.random.RandomGenerator;

/** Makes the rules that count calls and tell of answers, with the time and the chance that they go by. */
class RuleBeans {
    @Produces
    @Singleton
    Admission admission(AccountStore accounts, TokenStore tokens, UsageStore usage, NoticeStore notices) {
        return new Admission(accounts, tokens, new WatchedUsage(usage, notices));
    }

    @Produces
    @Singleton
    UsageHistory history(UsageStore usage) {
        return new UsageHistory(usage);
    }

    @Produces
    @Singleton
    Idempotency idempotency(IdempotencyStore store, Clock clock) {
        return new Idempotency(store, clock);
    }

    @Produces
    @Singleton
    EventPublisher publisher(WebhookStore webhooks, EventStore events, EventPictureStore pictures, Clock clock) {
        return new EventPublisher(webhooks, events, pictures, clock);
    }

    @Produces
    @Singleton
    WebhookAdmin.Deliveries deliveries(
            EventStore events,
            EventPictureStore pictures,
            DeliveryQueue queue,
            DeliveryLog log,
            DeadLetterStore deadLetters) {
        return new WebhookAdmin.Deliveries(events, pictures, queue, log, deadLetters);
    }

    @Produces
    @Singleton
    WebhookAdmin admin(WebhookStore webhooks, WebhookAdmin.Deliveries deliveries, Clock clock) {
        return new WebhookAdmin(webhooks, deliveries, clock);
    }

    @Produces
    @Singleton
    Clock clock() {
        return Clock.systemUTC();
    }

    @Produces
    @Singleton
    RandomGenerator random() {
        return new SecureRandom();
    }
}
