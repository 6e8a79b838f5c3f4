package io.matricula.aws;

import java.net.URI;
import java.util.UUID;

/** Tables that no other test uses. */
public final class FreshState {
    private FreshState() {}

    public static CloudState at(URI dynamo) {
        CloudState state = CloudState.open(CloudConfig.local(dynamo, "test-" + UUID.randomUUID() + "-"));
        state.createTables();
        return state;
    }
}
