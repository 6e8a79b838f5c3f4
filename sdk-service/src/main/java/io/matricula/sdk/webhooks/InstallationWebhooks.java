package io.matricula.sdk.webhooks;

import io.matricula.service.account.AccountId;
import io.matricula.service.licence.Installation;
import io.matricula.service.webhook.SigningSecret;
import io.matricula.service.webhook.Webhook;
import io.matricula.service.webhook.WebhookId;
import io.matricula.service.webhook.WebhookSettings;
import io.matricula.service.webhook.WebhookStore;
import java.net.URI;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;

/**
 * Makes the webhooks of an installation's account those of its file. The number of an entry is the webhook's number, so that deliveries
 * which wait for a target survive a restart. Secrets follow from the installation's own. Repeatable.
 */
public final class InstallationWebhooks {
    private final WebhookStore webhooks;
    private final AccountId account;
    private final Installation installation;

    public InstallationWebhooks(WebhookStore webhooks, AccountId account, Installation installation) {
        this.webhooks = webhooks;
        this.account = account;
        this.installation = installation;
    }

    public void become(List<WebhookSettings> wanted, Instant now) {
        for (int i = 0; i < wanted.size(); i++) {
            put(new WebhookId(i + 1), wanted.get(i), now);
        }
        webhooks.listOf(account).stream()
                .filter(webhook -> webhook.id().value() > wanted.size())
                .forEach(webhook -> webhooks.remove(account, webhook.id()));
    }

    private void put(WebhookId id, WebhookSettings settings, Instant now) {
        if (webhooks.update(account, id, before -> before.withSettings(settings))
                .isEmpty()) {
            webhooks.add(Webhook.create(account, id, now, settings, secret(id)));
        }
    }

    private SigningSecret secret(WebhookId id) {
        byte[] key = HexFormat.of().parseHex(installation.secret("webhook " + id, 32));
        return new SigningSecret("whsec_" + Base64.getEncoder().encodeToString(key));
    }

    /** Where deliveries go, without what may be secret in an address: user, password and query. */
    public List<String> targets() {
        return webhooks.listOf(account).stream()
                .map(webhook -> plain(webhook.settings().target()))
                .toList();
    }

    private static String plain(URI target) {
        String port = target.getPort() < 0 ? "" : ":" + target.getPort();
        return target.getScheme() + "://" + target.getHost() + port + target.getRawPath();
    }
}
