package io.matricula.service.testkit;

class InMemoryTokenStoreTest extends TokenStoreContract {
    private final InMemoryAccountStore accounts = new InMemoryAccountStore();
    private final InMemoryTokenStore store = new InMemoryTokenStore(accounts);

    @Override
    protected InMemoryTokenStore store() {
        return store;
    }

    @Override
    protected InMemoryAccountStore accounts() {
        return accounts;
    }
}
