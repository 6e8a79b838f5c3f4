package io.matricula.aws.identity;

import io.matricula.aws.AgainstAws;
import io.matricula.aws.CloudState;
import io.matricula.aws.Emulators;
import io.matricula.aws.dynamo.Table;
import io.matricula.service.session.SessionStore;
import io.matricula.service.testkit.SessionStoreContract;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

@AgainstAws
class DynamoSessionStoreTest extends SessionStoreContract {
    private CloudState state;

    @BeforeEach
    void open(Emulators emulators) {
        state = emulators.withTables(Table.SESSIONS);
    }

    @AfterEach
    void close() {
        state.close();
    }

    @Override
    protected SessionStore store() {
        return state.sessions();
    }
}
