package io.matricula.aws.s3;

import io.matricula.aws.client.Reached;
import java.util.Optional;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;

/**
 * Objects of a bucket whose names begin alike, so that one life-cycle rule of the bucket removes the old ones. Everything throws
 * {@link java.io.UncheckedIOException} if S3 can't be reached. Safe for concurrent use.
 *
 * @param prefix what the names begin with, {@code /} at the end
 */
public record S3Folder(S3Client s3, String bucket, String prefix) {
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
