package io.matricula.contract;

import java.util.List;

/** An account's webhooks, oldest first. */
public record WebhooksAnswer(List<WebhookAnswer> webhooks) {}
