package io.matricula.service.testkit;

import io.matricula.service.licence.InstallationStore;

class InMemoryInstallationStoreTest extends InstallationStoreContract {
    private final InstallationStore store = new InMemoryInstallationStore();

    @Override
    protected InstallationStore store() {
        return store;
    }
}
