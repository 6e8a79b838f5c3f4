package io.matricula.lambda.webhooks;

import io.matricula.aws.CloudConfig;
import io.matricula.aws.CloudState;
import io.matricula.aws.client.Endpoints;
import io.matricula.aws.dynamo.Table;
import io.matricula.service.testkit.Emulator;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.UUID;

/** What stands in for AWS while the function is tested: DynamoDB Local, ElasticMQ and S3Proxy, with tables, queues and bucket. */
public final class StandIns implements QuarkusTestResourceLifecycleManager {
    private static final Path BUILT = Path.of("..", "..", "emulators");
    private static final Path LOGS = Path.of("target");
    private Emulator dynamo;
    private Emulator sqs;
    private Emulator s3;

    @Override
    public Map<String, String> start() {
        String prefix = "test-" + UUID.randomUUID() + "-";
        try {
            dynamo = Emulator.dynamoDb(BUILT, LOGS.resolve("dynamodb-local.log"));
            sqs = Emulator.elasticMq(BUILT, LOGS.resolve("elasticmq.log"));
            s3 = Emulator.s3Proxy(BUILT, LOGS.resolve("s3proxy.log"));
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException("a stand-in doesn't start", e);
        }
        var endpoints = new Endpoints(dynamo.address(), sqs.address(), s3.address(), null);
        try (CloudState state = CloudState.open(CloudConfig.local(endpoints, prefix))) {
            state.createTables(Table.values());
            state.createQueues();
            state.createBucket();
        }
        return Map.of(
                "matricula.cloud.endpoints.dynamo",
                dynamo.address().toString(),
                "matricula.cloud.endpoints.sqs",
                sqs.address().toString(),
                "matricula.cloud.endpoints.s3",
                s3.address().toString(),
                "matricula.cloud.prefix",
                prefix,
                "matricula.webhooks.allow-private",
                "true");
    }

    @Override
    public void stop() {
        dynamo.close();
        sqs.close();
        s3.close();
    }
}
