package io.matricula.service.testkit;

import io.matricula.service.audit.AuditStore;

class InMemoryAuditStoreTest extends AuditStoreContract {
    private final AuditStore store = new InMemoryAuditStore();

    @Override
    protected AuditStore store() {
        return store;
    }
}
