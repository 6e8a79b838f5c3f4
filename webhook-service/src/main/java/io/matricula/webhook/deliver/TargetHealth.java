package io.matricula.webhook.deliver;

import io.matricula.service.webhook.AttemptResult;
import io.matricula.service.webhook.SwitchOffRule;
import io.matricula.service.webhook.Webhook;
import io.matricula.service.webhook.WebhookStore;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.UnaryOperator;

/** Keeps count of failures; switches off, once, a webhook whose target keeps failing, and lets its owner know. */
final class TargetHealth {
    private final WebhookStore webhooks;
    private final SwitchOffNotice notice;
    private final SwitchOffRule rule;

    TargetHealth(WebhookStore webhooks, SwitchOffNotice notice, SwitchOffRule rule) {
        this.webhooks = webhooks;
        this.notice = notice;
        this.rule = rule;
    }

    /** @param webhook as it was before the attempt */
    void note(Webhook webhook, AttemptResult result, Instant at) {
        if (!result.good()) {
            failed(webhook, result, at);
        } else if (webhook.health().failures() > 0) {
            webhooks.update(webhook.account(), webhook.id(), Webhook::succeeded);
        }
    }

    private void failed(Webhook webhook, AttemptResult result, Instant at) {
        var switchedOff = new AtomicBoolean();
        UnaryOperator<Webhook> worse = before -> {
            Webhook after = result.gone() ? before.gone(at) : before.failed(at, rule);
            switchedOff.set(before.active() && !after.active());
            return after;
        };
        webhooks.update(webhook.account(), webhook.id(), worse)
                .filter(after -> switchedOff.get())
                .ifPresent(after -> notice.send(after, String.valueOf(result.problem())));
    }
}
