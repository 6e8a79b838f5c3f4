package io.matricula.service.testkit;

import io.matricula.service.notice.NoticeStore;

class InMemoryNoticeStoreTest extends NoticeStoreContract {
    private final NoticeStore store = new InMemoryNoticeStore();

    @Override
    protected NoticeStore store() {
        return store;
    }
}
