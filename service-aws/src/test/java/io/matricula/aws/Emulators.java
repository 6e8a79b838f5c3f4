package io.matricula.aws;

import io.matricula.aws.client.Endpoints;
import io.matricula.aws.dynamo.Table;
import io.matricula.service.testkit.Emulator;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Gives tests what stands in for AWS: one process a service, started when it is first asked for, used by all test classes. Names
 * in it are new for every state, so that tests don't see each other's.
 */
public final class Emulators implements AutoCloseable {
    private static final Path BUILT = Path.of("..", "emulators");
    private static final Path LOGS = Path.of("target");
    private @Nullable Emulator dynamo;
    private @Nullable Emulator sqs;
    private @Nullable Emulator s3;

    /** A state with tables; skips the test with a line where DynamoDB Local doesn't run. */
    public CloudState withTables(Table... tables) {
        CloudState state = open(Endpoints.ofDynamo(dynamo()));
        state.createTables(tables);
        return state;
    }

    /** A state with queues and tables. */
    public CloudState withQueuesAndTables(Table... tables) {
        CloudState state = open(new Endpoints(dynamo(), sqs(), null, null));
        state.createTables(tables);
        state.createQueues();
        return state;
    }

    public CloudState withQueues() {
        CloudState state = open(new Endpoints(null, sqs(), null, null));
        state.createQueues();
        return state;
    }

    public CloudState withBucket() {
        CloudState state = open(new Endpoints(null, null, s3(), null));
        state.createBucket();
        return state;
    }

    private static CloudState open(Endpoints endpoints) {
        return CloudState.open(config(endpoints));
    }

    public static CloudConfig config(Endpoints endpoints) {
        return CloudConfig.local(endpoints, "test-" + UUID.randomUUID() + "-");
    }

    public synchronized URI dynamo() {
        Assumptions.assumeTrue(
                Emulator.dynamoDbRunsHere(), "DynamoDB Local doesn't run on " + System.getProperty("os.arch"));
        if (dynamo == null) {
            dynamo = started(() -> Emulator.dynamoDb(BUILT, LOGS.resolve("dynamodb-local.log")));
        }
        return dynamo.address();
    }

    private synchronized URI sqs() {
        if (sqs == null) {
            sqs = started(() -> Emulator.elasticMq(BUILT, LOGS.resolve("elasticmq.log")));
        }
        return sqs.address();
    }

    private synchronized URI s3() {
        if (s3 == null) {
            s3 = started(() -> Emulator.s3Proxy(BUILT, LOGS.resolve("s3proxy.log")));
        }
        return s3.address();
    }

    private static Emulator started(Start start) {
        try {
            return start.run();
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException("an emulator doesn't start", e);
        }
    }

    private interface Start {
        Emulator run() throws IOException, InterruptedException;
    }

    @Override
    public void close() {
        for (Emulator emulator : new Emulator[] {dynamo, sqs, s3}) {
            if (emulator != null) {
                emulator.close();
            }
        }
    }

    /** Hands the emulators to test methods. */
    public static final class Resolver implements ParameterResolver {
        @Override
        public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
            return parameter.getParameter().getType() == Emulators.class;
        }

        @Override
        public Emulators resolveParameter(ParameterContext parameter, ExtensionContext context) {
            return context.getRoot()
                    .getStore(ExtensionContext.Namespace.create(Emulators.class))
                    .computeIfAbsent(Emulators.class, same -> new Emulators(), Emulators.class);
        }
    }
}
