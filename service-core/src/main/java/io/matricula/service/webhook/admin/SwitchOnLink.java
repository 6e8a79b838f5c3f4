package io.matricula.service.webhook.admin;

import io.matricula.service.account.AccountId;
import io.matricula.service.webhook.Webhook;
import io.matricula.service.webhook.WebhookHealth;
import io.matricula.service.webhook.WebhookId;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The part of a mail's link that switches a webhook on again: who holds it needs no password. It is signed with the webhook's own
 * secret over the moment at which the service switched it off, so that it works for that one time only, and no longer after the
 * secret has changed.
 *
 * @param signature URL-safe base64 of an HMAC-SHA256
 */
public record SwitchOnLink(AccountId account, WebhookId webhook, String signature) {
    private static final Pattern FORM =
            Pattern.compile("([A-Za-z0-9_-]{1,64})\\.([1-9][0-9]{0,8})\\.([A-Za-z0-9_-]{43})");

    /** The link of a webhook that the service has switched off; empty if it has not. */
    public static Optional<SwitchOnLink> of(Webhook webhook) {
        return signature(webhook).map(signed -> new SwitchOnLink(webhook.account(), webhook.id(), signed));
    }

    /** The link that a text stands for; empty if it is none. */
    public static Optional<SwitchOnLink> parse(String text) {
        Matcher parts = FORM.matcher(text);
        return parts.matches()
                ? Optional.of(new SwitchOnLink(
                        new AccountId(parts.group(1)), new WebhookId(Integer.parseInt(parts.group(2))), parts.group(3)))
                : Optional.empty();
    }

    /** As it stands in a URL. */
    public String text() {
        return account + "." + webhook + "." + signature;
    }

    /** Whether this link switches a webhook on as it is now. */
    boolean isFor(Webhook candidate) {
        return signature(candidate)
                .filter(right -> MessageDigest.isEqual(
                        right.getBytes(StandardCharsets.US_ASCII), signature.getBytes(StandardCharsets.US_ASCII)))
                .isPresent();
    }

    private static Optional<String> signature(Webhook webhook) {
        WebhookHealth health = webhook.health();
        if (webhook.active() || health.switchedOff() == null) {
            return Optional.empty();
        }
        String content = "switch-on\n" + webhook.account() + "\n" + webhook.id() + "\n" + health.switchedOff();
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(webhook.secrets().current().key(), "HmacSHA256"));
            byte[] digest = mac.doFinal(content.getBytes(StandardCharsets.UTF_8));
            return Optional.of(Base64.getUrlEncoder().withoutPadding().encodeToString(digest));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has HmacSHA256", e);
        }
    }

    /** Hides the signature. */
    @Override
    public String toString() {
        return "SwitchOnLink[" + account + "." + webhook + "]";
    }
}
