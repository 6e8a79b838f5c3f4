package io.matricula.service.testkit;

import io.matricula.service.webhook.EventPictureStore;

class InMemoryEventPictureStoreTest extends EventPictureStoreContract {
    private final EventPictureStore store = new InMemoryEventPictureStore(FakeClock.at("2026-03-05T12:00:00Z"));

    @Override
    protected EventPictureStore store() {
        return store;
    }
}
