package io.matricula.service.webhook;

import io.matricula.service.account.AccountId;
import java.time.Instant;

/** A target that an account's events are delivered to. */
public record Webhook(
        AccountId account,
        WebhookId id,
        Instant created,
        WebhookSettings settings,
        WebhookSecrets secrets,
        WebhookHealth health) {

    public static Webhook create(
            AccountId account, WebhookId id, Instant created, WebhookSettings settings, SigningSecret secret) {
        return new Webhook(account, id, created, settings, WebhookSecrets.of(secret), WebhookHealth.GOOD);
    }

    /** Whether events are delivered now. */
    public boolean active() {
        return settings.enabled();
    }

    /** Other settings; a webhook that is switched on starts with a clean record. */
    public Webhook withSettings(WebhookSettings now) {
        WebhookHealth then = now.enabled() && !active() ? WebhookHealth.GOOD : health;
        return new Webhook(account, id, created, now, secrets, then);
    }

    public Webhook withSecrets(WebhookSecrets now) {
        return new Webhook(account, id, created, settings, now, health);
    }

    /** After a good attempt. */
    public Webhook succeeded() {
        return active() ? withHealth(settings, WebhookHealth.GOOD) : this;
    }

    /** After a failed attempt; switched off if the rule says so. */
    public Webhook failed(Instant now, SwitchOffRule rule) {
        if (!active()) {
            return this;
        }
        WebhookHealth worse = health.failed(now);
        return rule.applies(worse, now) ? switchedOff(worse, now) : withHealth(settings, worse);
    }

    /** After the target said that it is gone for good. */
    public Webhook gone(Instant now) {
        return active() ? switchedOff(health.failed(now), now) : this;
    }

    private Webhook switchedOff(WebhookHealth worse, Instant now) {
        return withHealth(settings.withEnabled(false), worse.switchedOffAt(now));
    }

    private Webhook withHealth(WebhookSettings then, WebhookHealth now) {
        return new Webhook(account, id, created, then, secrets, now);
    }
}
