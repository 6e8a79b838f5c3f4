package io.matricula.aws.identity;

import io.matricula.aws.AgainstAws;
import io.matricula.aws.CloudState;
import io.matricula.aws.Emulators;
import io.matricula.aws.dynamo.Table;
import io.matricula.service.link.LinkStore;
import io.matricula.service.testkit.LinkStoreContract;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

@AgainstAws
class DynamoLinkStoreTest extends LinkStoreContract {
    private CloudState state;

    @BeforeEach
    void open(Emulators emulators) {
        state = emulators.withTables(Table.LINKS);
    }

    @AfterEach
    void close() {
        state.close();
    }

    @Override
    protected LinkStore store() {
        return state.links();
    }
}
