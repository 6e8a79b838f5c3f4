package io.matricula.service.testkit;

class InMemoryIdempotencyStoreTest extends IdempotencyStoreContract {
    private final InMemoryIdempotencyStore store = new InMemoryIdempotencyStore();

    @Override
    protected InMemoryIdempotencyStore store() {
        return store;
    }
}
