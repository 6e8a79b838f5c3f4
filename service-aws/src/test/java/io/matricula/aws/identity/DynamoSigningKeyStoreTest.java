package io.matricula.aws.identity;

import io.matricula.aws.AgainstAws;
import io.matricula.aws.CloudState;
import io.matricula.aws.Emulators;
import io.matricula.aws.dynamo.Table;
import io.matricula.service.signing.SigningKeyStore;
import io.matricula.service.testkit.SigningKeyStoreContract;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

@AgainstAws
class DynamoSigningKeyStoreTest extends SigningKeyStoreContract {
    private CloudState state;

    @BeforeEach
    void open(Emulators emulators) {
        state = emulators.withTables(Table.SIGNING_KEYS);
    }

    @AfterEach
    void close() {
        state.close();
    }

    @Override
    protected SigningKeyStore store() {
        return state.signingKeys();
    }
}
