package io.matricula.aws.webhook;

import io.matricula.aws.AgainstAws;
import io.matricula.aws.CloudState;
import io.matricula.aws.Emulators;
import io.matricula.aws.dynamo.Table;
import io.matricula.service.testkit.WebhookStoreContract;
import io.matricula.service.webhook.WebhookStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

@AgainstAws
class DynamoWebhookStoreTest extends WebhookStoreContract {
    private CloudState state;

    @BeforeEach
    void open(Emulators emulators) {
        state = emulators.withTables(Table.WEBHOOKS);
    }

    @AfterEach
    void close() {
        state.close();
    }

    @Override
    protected WebhookStore store() {
        return state.webhooks();
    }
}
