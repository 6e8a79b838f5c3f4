package io.matricula.service.testkit;

class InMemoryJobPictureStoreTest extends JobPictureStoreContract {
    private final InMemoryJobPictureStore store = new InMemoryJobPictureStore();

    @Override
    protected InMemoryJobPictureStore store() {
        return store;
    }
}
