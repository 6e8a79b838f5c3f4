package io.matricula.aws.client;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * Stand-ins for services of AWS, which are reached without real credentials; for tests and rehearsals. Null stands for the
 * region's own service.
 */
public record Endpoints(
        @Nullable URI dynamo,
        @Nullable URI sqs,
        @Nullable URI s3,
        @Nullable URI ses) {
    /** AWS itself. */
    public static final Endpoints AWS = new Endpoints(null, null, null, null);

    public static Endpoints ofDynamo(URI dynamo) {
        return new Endpoints(dynamo, null, null, null);
    }
}
