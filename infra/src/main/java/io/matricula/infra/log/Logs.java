package io.matricula.infra.log;

import io.matricula.infra.settings.Installation;
import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.services.logs.CfnLogGroup;
import software.amazon.awscdk.services.logs.LogGroup;
import software.constructs.Construct;

/** Makes log groups, which all forget after the same time. */
public final class Logs {
    private Logs() {}

    /**
     * A log group of the installation's own.
     *
     * @param name behind the installation's
     */
    public static LogGroup group(Construct scope, Installation installation, String name) {
        var group = LogGroup.Builder.create(scope, "Log")
                .logGroupName("/" + installation.prefix() + name)
                .removalPolicy(RemovalPolicy.DESTROY)
                .build();
        ((CfnLogGroup) group.getNode().getDefaultChild())
                .setRetentionInDays(installation.sizes().logDays());
        return group;
    }
}
