package io.matricula.aws.dynamo;

import io.matricula.aws.client.AwsClient;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.core.retry.RetryUtils;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.retries.DefaultRetryStrategy;
import software.amazon.awssdk.retries.api.BackoffStrategy;
import software.amazon.awssdk.retries.api.RetryStrategy;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * Two ways to one DynamoDB, which differ in what is tried again.
 *
 * @param repeating tries again whatever may pass; for requests that can be repeated
 * @param careful tries again only what DynamoDB turned away unseen; a write whose answer got lost is not repeated, for it may
 *     have been counted
 */
public record DynamoClients(DynamoDbClient repeating, DynamoDbClient careful) implements AutoCloseable {
    private static final Duration ANSWER_LIMIT = Duration.ofSeconds(5);

    /** @param endpoint another DynamoDB than the region's, reached without credentials; null for the region's */
    public static DynamoClients open(Region region, @Nullable URI endpoint, ExecutionInterceptor... interceptors) {
        List<ExecutionInterceptor> seeing = List.of(interceptors);
        return new DynamoClients(
                client(region, endpoint, AwsRetryStrategy.standardRetryStrategy(), seeing),
                client(region, endpoint, onlyThrottled(), seeing));
    }

    private static RetryStrategy onlyThrottled() {
        return DefaultRetryStrategy.standardStrategyBuilder()
                .useClientDefaults(false)
                .maxAttempts(3)
                .backoffStrategy(BackoffStrategy.exponentialDelay(Duration.ofMillis(20), Duration.ofMillis(200)))
                .retryOnException(
                        failure -> failure instanceof SdkException sdk && RetryUtils.isThrottlingException(sdk))
                .build();
    }

    private static DynamoDbClient client(
            Region region, @Nullable URI endpoint, RetryStrategy retries, List<ExecutionInterceptor> interceptors) {
        return AwsClient.configure(DynamoDbClient.builder(), region, endpoint, ANSWER_LIMIT)
                .overrideConfiguration(options -> options.retryStrategy(retries).executionInterceptors(interceptors))
                .build();
    }

    @Override
    public void close() {
        repeating.close();
        careful.close();
    }
}
