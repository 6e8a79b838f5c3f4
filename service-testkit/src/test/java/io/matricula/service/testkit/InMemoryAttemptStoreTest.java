package io.matricula.service.testkit;

import io.matricula.service.throttle.AttemptStore;

class InMemoryAttemptStoreTest extends AttemptStoreContract {
    private final AttemptStore store = new InMemoryAttemptStore();

    @Override
    protected AttemptStore store() {
        return store;
    }
}
