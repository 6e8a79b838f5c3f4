package io.matricula.service.testkit;

import io.matricula.service.webhook.DeadLetterStore;

class InMemoryDeadLetterStoreTest extends DeadLetterStoreContract {
    private final DeadLetterStore store = new InMemoryDeadLetterStore();

    @Override
    protected DeadLetterStore store() {
        return store;
    }
}
