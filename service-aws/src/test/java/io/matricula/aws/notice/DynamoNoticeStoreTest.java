package io.matricula.aws.notice;

import io.matricula.aws.AgainstAws;
import io.matricula.aws.CloudState;
import io.matricula.aws.Emulators;
import io.matricula.aws.dynamo.Table;
import io.matricula.service.notice.NoticeStore;
import io.matricula.service.testkit.NoticeStoreContract;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

@AgainstAws
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
