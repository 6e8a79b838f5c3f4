package io.matricula.infra.worker;

import io.matricula.infra.settings.Installation;
import software.amazon.awscdk.SecretValue;
import software.amazon.awscdk.services.secretsmanager.Secret;
import software.amazon.awscdk.services.secretsmanager.SecretStringGenerator;
import software.constructs.Construct;

/** What workers want to be shown by whoever calls them. */
public final class WorkerSecret {
    private static final int LENGTH = 48;

    private WorkerSecret() {}

    static Secret make(Construct scope, Installation installation) {
        return Secret.Builder.create(scope, "Secret")
                .secretName(name(installation))
                .generateSecretString(SecretStringGenerator.builder()
                        .passwordLength(LENGTH)
                        .excludePunctuation(true)
                        .build())
                .build();
    }

    private static String name(Installation installation) {
        return installation.prefix() + "worker";
    }

    /** The secret, put in by CloudFormation when it makes what holds it. */
    public static String value(Installation installation) {
        return SecretValue.secretsManager(name(installation)).unsafeUnwrap();
    }
}
