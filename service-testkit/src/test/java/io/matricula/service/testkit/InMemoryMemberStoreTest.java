package io.matricula.service.testkit;

import io.matricula.service.identity.MemberStore;

class InMemoryMemberStoreTest extends MemberStoreContract {
    private final MemberStore store = new InMemoryMemberStore();

    @Override
    protected MemberStore store() {
        return store;
    }
}
