package io.matricula.service.testkit;

import io.matricula.service.link.LinkStore;

class InMemoryLinkStoreTest extends LinkStoreContract {
    private final LinkStore store = new InMemoryLinkStore();

    @Override
    protected LinkStore store() {
        return store;
    }
}
