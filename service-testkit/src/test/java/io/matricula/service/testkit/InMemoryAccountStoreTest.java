package io.matricula.service.testkit;

class InMemoryAccountStoreTest extends AccountStoreContract {
    private final InMemoryAccountStore store = new InMemoryAccountStore();

    @Override
    protected InMemoryAccountStore store() {
        return store;
    }
}
