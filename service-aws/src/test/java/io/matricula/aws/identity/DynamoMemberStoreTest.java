package io.matricula.aws.identity;

import io.matricula.aws.AgainstAws;
import io.matricula.aws.CloudState;
import io.matricula.aws.Emulators;
import io.matricula.aws.dynamo.Table;
import io.matricula.service.identity.MemberStore;
import io.matricula.service.testkit.MemberStoreContract;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

@AgainstAws
class DynamoMemberStoreTest extends MemberStoreContract {
    private CloudState state;

    @BeforeEach
    void open(Emulators emulators) {
        state = emulators.withTables(Table.MEMBERS);
    }

    @AfterEach
    void close() {
        state.close();
    }

    @Override
    protected MemberStore store() {
        return state.members();
    }
}
