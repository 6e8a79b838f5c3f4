package io.matricula.aws.usage;

import io.matricula.aws.AgainstAws;
import io.matricula.aws.CloudState;
import io.matricula.aws.Emulators;
import io.matricula.aws.dynamo.Table;
import io.matricula.service.testkit.UsageStoreContract;
import io.matricula.service.usage.UsageStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

@AgainstAws
class DynamoUsageStoreTest extends UsageStoreContract {
    private CloudState state;

    @BeforeEach
    void open(Emulators emulators) {
        state = emulators.withTables(Table.USAGE);
    }

    @AfterEach
    void close() {
        state.close();
    }

    @Override
    protected UsageStore store() {
        return state.usage();
    }
}
