package io.matricula.service.testkit;

class InMemoryDeadJobStoreTest extends DeadJobStoreContract {
    private final InMemoryDeadJobStore store = new InMemoryDeadJobStore();

    @Override
    protected InMemoryDeadJobStore store() {
        return store;
    }
}
