package io.matricula.aws.notice;

import io.matricula.aws.CloudState;
import io.matricula.aws.Emulators;
import io.matricula.aws.dynamo.Table;
import io.matricula.service.notice.NoticeStore;
import io.matricula.service.testkit.NoticeStoreContract;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(Emulators.Resolver.class)
class DynamoNoticeStoreTest extends NoticeStoreContract {
    private CloudState state;

    @BeforeEach
    void open(Emulators emulators) {
        state = emulators.withTables(Table.NOTICES);
    }

    @AfterEach
    void close() {
        state.close();
    }

    @Override
    protected NoticeStore store() {
        return state.notices();
    }
}
