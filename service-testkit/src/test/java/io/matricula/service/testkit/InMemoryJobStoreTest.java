package io.matricula.service.testkit;

class InMemoryJobStoreTest extends JobStoreContract {
    private final InMemoryJobStore store = new InMemoryJobStore();

    @Override
    protected InMemoryJobStore store() {
        return store;
    }
}
