package io.matricula.service.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.matricula.service.account.AccountId;
import io.matricula.service.webhook.ImageType;
import io.matricula.service.webhook.SigningSecret;
import io.matricula.service.webhook.SwitchOffRule;
import io.matricula.service.webhook.Webhook;
import io.matricula.service.webhook.WebhookFilter;
import io.matricula.service.webhook.WebhookHeader;
import io.matricula.service.webhook.WebhookSettings;
import io.matricula.service.webhook.WebhookStore;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What every {@link WebhookStore} must do. A subclass gives a fresh store to each test. */
public abstract class WebhookStoreContract {
    private static final Instant NOW = Webhooks.NOW;
    private final AccountId account = AccountId.random();
    private final Webhook webhook = Webhooks.webhook(account, "https://example.org/plates");

    protected abstract WebhookStore store();

    private static Webhook withEverything(Webhook plain) {
        var settings = new WebhookSettings(
                URI.create("http://gate.example:8080/a?b=%C3%BC"),
                ImageType.VEHICLE,
                new WebhookFilter(Set.of("gate 7", "Tür,門"), Set.of("fr", "us-ca"), true),
                new WebhookHeader("Authorization", "Token a b"),
                true);
        return plain.withSettings(settings)
                .withSecrets(plain.secrets().rotated(SigningSecret.random(new SecureRandom()), NOW.plusSeconds(60)));
    }

    @Test
    void find_addedWebhook_isAsItWasAdded() {
        Webhook full = withEverything(webhook);
        assertThat(store().add(full)).isTrue();
        assertThat(store().find(account, full.id())).contains(full);
    }

    @Test
    void find_webhookWithoutAnythingOptional_isAsItWasAdded() {
        store().add(webhook);
        assertThat(store().find(account, webhook.id())).contains(webhook);
    }

    @Test
    void find_asAnotherAccount_isEmpty() {
        store().add(webhook);
        AccountId other = AccountId.random();
        assertThat(store().find(other, webhook.id())).isEmpty();
        assertThat(store().listOf(other)).isEmpty();
        assertThat(store().update(other, webhook.id(), same -> same.failed(NOW, SwitchOffRule.STANDARD)))
                .isEmpty();
        assertThat(store().remove(other, webhook.id())).isFalse();
        assertThat(store().find(account, webhook.id())).contains(webhook);
    }

    @Test
    void add_takenNumber_changesNothing() {
        store().add(webhook);
        assertThat(store().add(withEverything(webhook))).isFalse();
        assertThat(store().find(account, webhook.id())).contains(webhook);
    }

    @Test
    void add_sameNumberInAnotherAccount_isAnotherWebhook() {
        store().add(webhook);
        Webhook others = new Webhook(
                AccountId.random(), webhook.id(), NOW, webhook.settings(), webhook.secrets(), webhook.health());
        assertThat(store().add(others)).isTrue();
        assertThat(store().listOf(account)).containsExactly(webhook);
    }

    @Test
    void listOf_severalWebhooks_isOldestFirst() {
        Webhook older = new Webhook(
                account,
                Webhooks.webhook(account, "https://example.org/").id(),
                NOW.minusSeconds(1),
                webhook.settings(),
                webhook.secrets(),
                webhook.health());
        store().add(webhook);
        store().add(older);
        assertThat(store().listOf(account)).containsExactly(older, webhook);
    }

    @Test
    void update_ofSettingsSecretsAndHealth_isSeenAtOnce() {
        store().add(webhook);
        store().update(account, webhook.id(), WebhookStoreContract::withEverything);
        Webhook failed = store().update(account, webhook.id(), now -> now.failed(NOW, SwitchOffRule.STANDARD))
                .orElseThrow();
        assertThat(failed.health().failures()).isEqualTo(1);
        assertThat(failed.settings().image()).isEqualTo(ImageType.VEHICLE);
        assertThat(store().find(account, webhook.id())).contains(failed);
        assertThat(store().listOf(account)).containsExactly(failed);
        Webhook gone =
                store().update(account, webhook.id(), now -> now.gone(NOW)).orElseThrow();
        assertThat(gone.active()).isFalse();
        assertThat(store().find(account, webhook.id())).contains(gone);
    }

    @Test
    void update_concurrently_losesNone() throws Exception {
        store().add(webhook);
        Concurrent.run(
                60, 12, () -> store().update(account, webhook.id(), now -> now.failed(NOW, SwitchOffRule.STANDARD)));
        assertThat(store().find(account, webhook.id()).orElseThrow().health().failures())
                .isEqualTo(60);
    }

    @Test
    void update_missingWebhook_isEmpty() {
        assertThat(store().update(account, webhook.id(), same -> same)).isEmpty();
    }

    @Test
    void remove_webhook_isGone() {
        store().add(webhook);
        assertThat(store().remove(account, webhook.id())).isTrue();
        assertThat(store().remove(account, webhook.id())).isFalse();
        assertThat(store().find(account, webhook.id())).isEmpty();
        assertThat(store().listOf(account)).isEmpty();
    }
}
