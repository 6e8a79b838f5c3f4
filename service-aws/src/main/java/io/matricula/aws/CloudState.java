package io.matricula.aws;

import io.matricula.aws.account.DynamoAccountStore;
import io.matricula.aws.account.DynamoTokenStore;
import io.matricula.aws.dynamo.Dynamo;
import io.matricula.aws.dynamo.DynamoClients;
import io.matricula.aws.idempotency.DynamoIdempotencyStore;
import io.matricula.aws.usage.DynamoUsageStore;
import io.matricula.service.account.AccountStore;
import io.matricula.service.idempotency.IdempotencyStore;
import io.matricula.service.token.TokenStore;
import io.matricula.service.usage.UsageStore;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;

/**
 * The state of the cloud edition: the ports of the service on AWS. Opens no connection before the first use, so that a Lambda
 * can be frozen after its start. Safe for concurrent use.
 */
public final class CloudState implements AutoCloseable {
    private final Dynamo dynamo;

    private CloudState(Dynamo dynamo) {
        this.dynamo = dynamo;
    }

    /** @param interceptors see every request and answer, for measurements */
    public static CloudState open(CloudConfig config, ExecutionInterceptor... interceptors) {
        var clients = DynamoClients.open(config.region(), config.dynamo(), interceptors);
        return new CloudState(new Dynamo(clients, config.prefix()));
    }

    /** Makes the tables that are missing. For tests and rehearsals: in the cloud the deployment makes them. */
    public void createTables() {
        dynamo.createTables();
    }

    public AccountStore accounts() {
        return new DynamoAccountStore(dynamo);
    }

    public TokenStore tokens() {
        return new DynamoTokenStore(dynamo);
    }

    public UsageStore usage() {
        return new DynamoUsageStore(dynamo);
    }

    public IdempotencyStore idempotency() {
        return new DynamoIdempotencyStore(dynamo);
    }

    @Override
    public void close() {
        dynamo.close();
    }
}
