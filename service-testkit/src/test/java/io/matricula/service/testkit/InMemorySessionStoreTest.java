package io.matricula.service.testkit;

import io.matricula.service.session.SessionStore;

class InMemorySessionStoreTest extends SessionStoreContract {
    private final SessionStore store = new InMemorySessionStore();

    @Override
    protected SessionStore store() {
        return store;
    }
}
