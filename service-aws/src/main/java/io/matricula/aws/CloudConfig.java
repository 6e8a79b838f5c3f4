package io.matricula.aws;

import java.net.URI;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.regions.Region;

/**
 * Where the cloud edition keeps its state.
 *
 * @param region of AWS
 * @param prefix what the names of all tables begin with, so that several installations can share an account of AWS
 * @param dynamo another DynamoDB than the region's, reached without credentials; for tests and rehearsals
 */
public record CloudConfig(
        Region region, String prefix, @Nullable URI dynamo) {
    /** A DynamoDB on this machine. */
    public static CloudConfig local(URI dynamo, String prefix) {
        return new CloudConfig(Region.EU_CENTRAL_1, prefix, dynamo);
    }
}
