package io.matricula.service.testkit;

import io.matricula.service.signing.SigningKeyStore;

class InMemorySigningKeyStoreTest extends SigningKeyStoreContract {
    private final SigningKeyStore store = new InMemorySigningKeyStore();

    @Override
    protected SigningKeyStore store() {
        return store;
    }
}
