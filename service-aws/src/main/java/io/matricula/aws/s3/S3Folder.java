package io.matricula.aws.s3;

import io.matricula.aws.client.AwsClient;
import io.matricula.aws.client.Reached;
import java.net.URI;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3Configuration;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;

/**
 * Objects of a bucket whose names begin alike, so that one life-cycle rule of the bucket removes the old ones. Everything throws
 * {@link java.io.UncheckedIOException} if S3 can't be reached. Safe for concurrent use.
 *
 * @param prefix what the names begin with, {@code /} at the end
 */
public record S3Folder(S3Client s3, String bucket, String prefix) {
    /**
     * Signs addresses of objects, without asking S3.
     *
     * @param endpoint a stand-in, which takes any credentials; null for the region's S3
     */
    public static S3Presigner presigner(Region region, @Nullable URI endpoint) {
        var presigner = S3Presigner.builder().region(region);
        if (endpoint != null) {
            presigner
                    .endpointOverride(endpoint)
                    .serviceConfiguration(S3Configuration.builder()
                            .pathStyleAccessEnabled(true)
                            .build())
                    .credentialsProvider(AwsClient.STAND_IN_CREDENTIALS);
        }
        return presigner.build();
    }

    public void put(String name, byte[] bytes) {
        Reached.reached(
                "S3",
                () -> s3.putObject(request -> request.bucket(bucket).key(prefix + name), RequestBody.fromBytes(bytes)));
    }

    public Optional<byte[]> find(String name) {
        return Reached.reached("S3", () -> {
            try {
                return Optional.of(
                        s3.getObjectAsBytes(request -> request.bucket(bucket).key(prefix + name))
                                .asByteArrayUnsafe());
            } catch (NoSuchKeyException e) {
                return Optional.empty();
            }
        });
    }

    /** Repeatable. */
    public void remove(String name) {
        Reached.reached(
                "S3", () -> s3.deleteObject(request -> request.bucket(bucket).key(prefix + name)));
    }
}
