package io.matricula.aws.identity;

import io.matricula.aws.AgainstAws;
import io.matricula.aws.CloudState;
import io.matricula.aws.Emulators;
import io.matricula.aws.dynamo.Table;
import io.matricula.service.audit.AuditStore;
import io.matricula.service.testkit.AuditStoreContract;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

@AgainstAws
class DynamoAuditStoreTest extends AuditStoreContract {
    private CloudState state;

    @BeforeEach
    void open(Emulators emulators) {
        state = emulators.withTables(Table.AUDIT);
    }

    @AfterEach
    void close() {
        state.close();
    }

    @Override
    protected AuditStore store() {
        return state.audit();
    }
}
