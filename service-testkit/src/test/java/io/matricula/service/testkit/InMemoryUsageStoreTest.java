package io.matricula.service.testkit;

class InMemoryUsageStoreTest extends UsageStoreContract {
    private final InMemoryUsageStore store = new InMemoryUsageStore();

    @Override
    protected InMemoryUsageStore store() {
        return store;
    }
}
