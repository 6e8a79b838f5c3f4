package io.matricula.contract;

import java.util.List;

/**
 * Where an on-premises installation sends its webhooks.
 *
 * @param webhooks addresses without user, password and query
 */
public record SdkWebhooksAnswer(List<String> webhooks) {}
