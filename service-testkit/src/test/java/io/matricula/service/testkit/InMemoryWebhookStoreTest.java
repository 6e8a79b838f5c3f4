package io.matricula.service.testkit;

import io.matricula.service.webhook.WebhookStore;

class InMemoryWebhookStoreTest extends WebhookStoreContract {
    private final WebhookStore store = new InMemoryWebhookStore();

    @Override
    protected WebhookStore store() {
        return store;
    }
}
