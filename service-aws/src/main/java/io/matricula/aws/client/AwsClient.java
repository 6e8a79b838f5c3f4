package io.matricula.aws.client;

import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;

/** What all clients have in common: the region, the JDK's HTTP client, limits of time. */
public final class AwsClient {
    /** What stand-ins are shown, which take anything. */
    public static final AwsCredentialsProvider STAND_IN_CREDENTIALS =
            StaticCredentialsProvider.create(AwsBasicCredentials.create("local", "local"));

    private static final Duration CONNECT_LIMIT = Duration.ofSeconds(2);

    private AwsClient() {}

    /**
     * Sets a client up.
     *
     * @param endpoint a stand-in, which takes any credentials; null for the region's service
     * @param answerLimit how long an answer may be silent
     */
    public static <B extends AwsClientBuilder<B, ?> & AwsSyncClientBuilder<B, ?>> B configure(
            B builder, Region region, @Nullable URI endpoint, Duration answerLimit) {
        builder.region(region)
                .httpClientBuilder(UrlConnectionHttpClient.builder()
                        .connectionTimeout(CONNECT_LIMIT)
                        .socketTimeout(answerLimit));
        if (endpoint != null) {
            builder.endpointOverride(endpoint).credentialsProvider(STAND_IN_CREDENTIALS);
        }
        return builder;
    }
}
