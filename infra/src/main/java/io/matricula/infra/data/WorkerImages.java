package io.matricula.infra.data;

import io.matricula.infra.settings.Installation;
import java.util.List;
import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.services.ecr.LifecycleRule;
import software.amazon.awscdk.services.ecr.Repository;
import software.amazon.awscdk.services.ecr.RepositoryEncryption;
import software.amazon.awscdk.services.ecr.TagMutability;
import software.constructs.Construct;

/** Where the workers' images are pushed to; a tag, once pushed, stays what it is, so that going back is possible. */
public final class WorkerImages {
    private static final int KEPT = 10;

    private WorkerImages() {}

    /** The repository's name. */
    public static String name(Installation installation) {
        return installation.prefix() + "worker";
    }

    static Repository make(Construct scope, String name, RemovalPolicy removal) {
        return Repository.Builder.create(scope, "WorkerImages")
                .repositoryName(name)
                .encryption(RepositoryEncryption.AES_256)
                .imageScanOnPush(true)
                .imageTagMutability(TagMutability.IMMUTABLE)
                .lifecycleRules(List.of(LifecycleRule.builder()
                        .description("the last images")
                        .maxImageCount(KEPT)
                        .build()))
                .removalPolicy(removal)
                .build();
    }
}
