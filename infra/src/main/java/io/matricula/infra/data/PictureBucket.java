package io.matricula.infra.data;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.services.s3.BlockPublicAccess;
import software.amazon.awscdk.services.s3.Bucket;
import software.amazon.awscdk.services.s3.BucketEncryption;
import software.amazon.awscdk.services.s3.LifecycleRule;
import software.amazon.awscdk.services.s3.ObjectOwnership;
import software.constructs.Construct;

/** The bucket of pictures. Nothing in it is kept for longer than it is promised; nobody gets at it without TLS. */
final class PictureBucket {
    private static final Duration UNFINISHED = Duration.days(1);

    private PictureBucket() {}

    /** Makes it; pictures in it have no versions, or they would outlive their removal. */
    static Bucket make(Construct scope, String name, RemovalPolicy removal) {
        return Bucket.Builder.create(scope, "Pictures")
                .bucketName(name)
                .blockPublicAccess(BlockPublicAccess.BLOCK_ALL)
                .objectOwnership(ObjectOwnership.BUCKET_OWNER_ENFORCED)
                .encryption(BucketEncryption.S3_MANAGED)
                .enforceSsl(true)
                .minimumTlsVersion(1.2)
                .lifecycleRules(rules())
                .removalPolicy(removal)
                .build();
    }

    private static List<LifecycleRule> rules() {
        var unfinished = LifecycleRule.builder()
                .id("unfinished-uploads")
                .abortIncompleteMultipartUploadAfter(UNFINISHED)
                .build();
        return Stream.concat(
                        Stream.of(unfinished),
                        Arrays.stream(PicturePrefix.values()).map(PictureBucket::rule))
                .toList();
    }

    private static LifecycleRule rule(PicturePrefix prefix) {
        return LifecycleRule.builder()
                .id(prefix.name().toLowerCase(java.util.Locale.ROOT))
                .prefix(prefix.text())
                .expiration(Duration.days(prefix.days()))
                .build();
    }
}
