package io.matricula.aws;

import io.matricula.aws.client.Endpoints;
import io.matricula.aws.dynamo.Table;
import java.net.URI;
import java.util.UUID;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Gives tests what stands in for AWS, started when it is first asked for, used by all test classes. Names in it are new for
 * every state, so that tests don't see each other's.
 */
public final class Emulators implements AutoCloseable {
    private final StandIns standIns;

    Emulators(StandIns standIns) {
        this.standIns = standIns;
    }

    /** A state with tables; skips the test with a line where DynamoDB Local doesn't run. */
    public CloudState withTables(Table... tables) {
        CloudState state = open(Endpoints.ofDynamo(dynamo()));
        state.createTables(tables);
        return state;
    }

    /** A state with queues and tables. */
    public CloudState withQueuesAndTables(Table... tables) {
        CloudState state = open(new Endpoints(dynamo(), standIns.sqs(), null, null));
        state.createTables(tables);
        state.createQueues();
        return state;
    }

    public CloudState withQueues() {
        CloudState state = open(new Endpoints(null, standIns.sqs(), null, null));
        state.createQueues();
        return state;
    }

    public CloudState withBucket() {
        CloudState state = open(new Endpoints(null, null, standIns.s3(), null));
        state.createBucket();
        return state;
    }

    private static CloudState open(Endpoints endpoints) {
        return CloudState.open(config(endpoints));
    }

    public static CloudConfig config(Endpoints endpoints) {
        return CloudConfig.local(endpoints, "test-" + UUID.randomUUID() + "-");
    }

    public URI dynamo() {
        return standIns.dynamo();
    }

    @Override
    public void close() {
        standIns.close();
    }

    /** Hands stand-ins of one kind to test methods. */
    record Resolver(StandIns.Kind kind) implements ParameterResolver {
        @Override
        public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
            return parameter.getParameter().getType() == Emulators.class;
        }

        @Override
        public Emulators resolveParameter(ParameterContext parameter, ExtensionContext context) {
            return context.getRoot()
                    .getStore(ExtensionContext.Namespace.create(Emulators.class))
                    .computeIfAbsent(kind, same -> new Emulators(kind.open()), Emulators.class);
        }
    }
}
