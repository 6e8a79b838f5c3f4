package io.matricula.lambda.usage;

import io.matricula.aws.CloudConfig;
import io.matricula.aws.CloudState;
import io.matricula.aws.client.Endpoints;
import io.matricula.aws.dynamo.Table;
import io.matricula.service.account.Account;
import io.matricula.service.plan.Plan;
import io.matricula.service.testkit.Emulator;
import io.matricula.service.token.ApiToken;
import io.matricula.service.token.TokenSecret;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/** What stands in for AWS while the function is tested: DynamoDB Local, with tables and one account. */
public final class StandIn implements QuarkusTestResourceLifecycleManager {
    /** The token in the events. */
    private static final String TOKEN = "0123456789abcdef0123456789abcdef01234567";

    private static final Plan PLAN = new Plan("test", 1_000, Plan.NO_RATE_LIMIT, false);
    private Emulator dynamo;

    @Override
    public Map<String, String> start() {
        String prefix = "test-" + UUID.randomUUID() + "-";
        try {
            dynamo = Emulator.dynamoDb(Path.of("..", "..", "emulators"), Path.of("target", "dynamodb-local.log"));
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException("DynamoDB Local doesn't start", e);
        }
        try (CloudState state = CloudState.open(CloudConfig.local(Endpoints.ofDynamo(dynamo.address()), prefix))) {
            state.createTables(Table.values());
            addAccount(state);
        }
        return Map.of(
                "matricula.cloud.endpoints.dynamo", dynamo.address().toString(), "matricula.cloud.prefix", prefix);
    }

    private static void addAccount(CloudState state) {
        Instant now = Instant.now();
        Account account = Account.create("ann@example.com", PLAN, now);
        state.accounts().add(account);
        TokenSecret secret = TokenSecret.parse(TOKEN).orElseThrow();
        state.tokens().add(ApiToken.of(secret, account.id(), "test", now));
    }

    @Override
    public void stop() {
        dynamo.close();
    }
}
