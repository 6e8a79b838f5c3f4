package io.matricula.service.webhook.admin;

/** An account has as many webhooks as it may have. */
public final class WebhookLimitException extends RuntimeException {
    private static final long serialVersionUID = 1;

    WebhookLimitException() {
        super("at most " + WebhookAdmin.MOST + " webhooks", null, false, false);
    }
}
