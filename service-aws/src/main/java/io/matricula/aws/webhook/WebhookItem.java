package io.matricula.aws.webhook;

import io.matricula.aws.dynamo.Item;
import io.matricula.service.account.AccountId;
import io.matricula.service.webhook.ImageType;
import io.matricula.service.webhook.SigningSecret;
import io.matricula.service.webhook.Webhook;
import io.matricula.service.webhook.WebhookFilter;
import io.matricula.service.webhook.WebhookHeader;
import io.matricula.service.webhook.WebhookHealth;
import io.matricula.service.webhook.WebhookId;
import io.matricula.service.webhook.WebhookSecrets;
import io.matricula.service.webhook.WebhookSettings;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/** A webhook as an item of the table, and back. */
final class WebhookItem {
    private WebhookItem() {}

    static Item of(Webhook webhook, long revision) {
        WebhookSettings settings = webhook.settings();
        WebhookHeader header = settings.header();
        WebhookSecrets secrets = webhook.secrets();
        SigningSecret previous = secrets.previous();
        return Item.builder()
                .text("account", webhook.account().value())
                .text("webhook", webhook.id().toString())
                .instant("created", webhook.created())
                .text("target", settings.target().toString())
                .text("image", settings.image().name())
                .texts("cameras", settings.filter().cameras())
                .texts("regions", settings.filter().regions())
                .flag("only_with_plates", settings.filter().onlyWithPlates())
                .text("header_name", header == null ? null : header.name())
                .text("header_value", header == null ? null : header.value())
                .flag("enabled", settings.enabled())
                .text("secret", secrets.current().text())
                .text("previous_secret", previous == null ? null : previous.text())
                .instant("previous_until", secrets.previousUntil())
                .number("failures", webhook.health().failures())
                .instant("failing_since", webhook.health().failingSince())
                .instant("switched_off", webhook.health().switchedOff())
                .number("revision", revision)
                .build();
    }

    static Webhook webhook(Item item) {
        return new Webhook(
                new AccountId(item.text("account")),
                new WebhookId(Integer.parseInt(item.text("webhook"))),
                item.instant("created"),
                settings(item),
                secrets(item),
                new WebhookHealth(
                        Math.toIntExact(item.number("failures")),
                        item.instantOrNull("failing_since"),
                        item.instantOrNull("switched_off")));
    }

    private static WebhookSettings settings(Item item) {
        return new WebhookSettings(
                URI.create(item.text("target")),
                ImageType.valueOf(item.text("image")),
                new WebhookFilter(item.texts("cameras"), item.texts("regions"), item.flag("only_with_plates")),
                header(item),
                item.flag("enabled"));
    }

    private static @Nullable WebhookHeader header(Item item) {
        String name = item.textOrNull("header_name");
        return name == null ? null : new WebhookHeader(name, item.text("header_value"));
    }

    private static WebhookSecrets secrets(Item item) {
        String previous = item.textOrNull("previous_secret");
        return new WebhookSecrets(
                new SigningSecret(item.text("secret")),
                previous == null ? null : new SigningSecret(previous),
                item.instantOrNull("previous_until"));
    }
}
