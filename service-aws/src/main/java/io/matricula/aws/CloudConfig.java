package io.matricula.aws;

import io.matricula.aws.client.Endpoints;
import software.amazon.awssdk.regions.Region;

/**
 * Where the cloud edition keeps its state.
 *
 * @param region of AWS
 * @param prefix what the names of all tables, queues and buckets begin with, so that several installations can share a region;
 *     lower-case letters, digits and hyphens
 * @param sender the address that mails come from
 * @param endpoints where the services are, if not those of the region
 */
public record CloudConfig(Region region, String prefix, String sender, Endpoints endpoints) {
    /** Services on this machine. */
    public static CloudConfig local(Endpoints endpoints, String prefix) {
        return new CloudConfig(Region.EU_CENTRAL_1, prefix, "matricula@localhost", endpoints);
    }

    public String deliveryQueue() {
        return prefix + "deliveries";
    }

    public String jobQueue() {
        return prefix + "jobs";
    }

    public String pictureBucket() {
        return prefix + "pictures";
    }
}
