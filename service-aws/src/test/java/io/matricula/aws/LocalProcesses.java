package io.matricula.aws;

import io.matricula.service.testkit.Emulator;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;

/** One process a service, each with a program of its own, started when it is first asked for. */
final class LocalProcesses implements StandIns {
    private static final Path BUILT = Path.of("..", "emulators");
    private static final Path LOGS = Path.of("target");
    private @Nullable Emulator dynamo;
    private @Nullable Emulator sqs;
    private @Nullable Emulator s3;

    @Override
    public synchronized URI dynamo() {
        Assumptions.assumeTrue(
                Emulator.dynamoDbRunsHere(), "DynamoDB Local doesn't run on " + System.getProperty("os.arch"));
        if (dynamo == null) {
            dynamo = started(() -> Emulator.dynamoDb(BUILT, LOGS.resolve("dynamodb-local.log")));
        }
        return dynamo.address();
    }

    @Override
    public synchronized URI sqs() {
        if (sqs == null) {
            sqs = started(() -> Emulator.elasticMq(BUILT, LOGS.resolve("elasticmq.log")));
        }
        return sqs.address();
    }

    @Override
    public synchronized URI s3() {
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
}
