package io.matricula.cloud;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.util.Optional;

/**
 * Where the cloud edition keeps its state, under {@code matricula.cloud}; as environment variables {@code MATRICULA_CLOUD_PREFIX}
 * and so on.
 */
@ConfigMapping(prefix = "matricula.cloud")
public interface CloudSettings {
    /** The region of AWS; without it the one that AWS tells its Lambdas and containers. */
    @WithDefault("${AWS_REGION:eu-central-1}")
    String region();

    /** What the names of tables, queues and buckets begin with; lower-case letters, digits and hyphens. */
    @WithDefault("matricula-")
    String prefix();

    /** The address that mails come from; SES must have verified it. */
    @WithDefault("matricula@localhost")
    String sender();

    /**
     * The plans on offer, as text in the form of {@code plans.yaml}, of which JSON is a kind; without it the built-in ones. All services of
     * an installation must be given the same.
     */
    Optional<String> plans();

    /**
     * The public key (PEM) of who issues licences for on-premises installations, so that installers find genuine ones known; without it only
     * those are that installations have told of.
     */
    Optional<String> licenceIssuer();

    Endpoints endpoints();

    /** Stand-ins for services of AWS, for tests and rehearsals. */
    interface Endpoints {
        Optional<URI> dynamo();

        Optional<URI> sqs();

        Optional<URI> s3();

        Optional<URI> ses();
    }
}
