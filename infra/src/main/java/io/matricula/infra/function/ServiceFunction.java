package io.matricula.infra.function;

import io.matricula.infra.log.Logs;
import io.matricula.infra.settings.Installation;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.services.ec2.ISecurityGroup;
import software.amazon.awscdk.services.ec2.IVpc;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.amazon.awscdk.services.iam.Role;
import software.amazon.awscdk.services.iam.ServicePrincipal;
import software.amazon.awscdk.services.lambda.Alias;
import software.amazon.awscdk.services.lambda.Architecture;
import software.amazon.awscdk.services.lambda.Code;
import software.amazon.awscdk.services.lambda.Function;
import software.amazon.awscdk.services.lambda.Runtime;
import software.amazon.awscdk.services.lambda.SnapStartConf;
import software.constructs.Construct;

/**
 * A Lambda function of ours behind its alias {@code live}: started once when it is published, and from then on resumed from the
 * picture of its memory (SnapStart), which only versions have. Its role may do what its statements say and write its own log.
 */
public final class ServiceFunction extends Construct {
    private static final String HANDLER = "io.quarkus.amazon.lambda.runtime.QuarkusStreamHandler::handleRequest";

    /** What resources of network interfaces can't be narrowed to: they have no names before they are made. */
    private static final List<String> INTERFACES = List.of(
            "ec2:CreateNetworkInterface",
            "ec2:DescribeNetworkInterfaces",
            "ec2:DescribeSubnets",
            "ec2:DeleteNetworkInterface",
            "ec2:AssignPrivateIpAddresses",
            "ec2:UnassignPrivateIpAddresses");

    private final Function function;
    private final Alias live;

    /**
     * What a function is.
     *
     * @param name also of its folder under {@link Installation#lambdas}
     * @param concurrency how many run at once at most; null for what the account allows
     * @param place in the private network; null for outside of it
     */
    public record Form(
            String name,
            int memoryMb,
            Duration limit,
            @Nullable Integer concurrency,
            @Nullable Place place) {}

    /** Where a function runs that reaches workers. */
    public record Place(IVpc vpc, ISecurityGroup group) {}

    public ServiceFunction(
            Construct scope,
            Installation installation,
            Form form,
            Map<String, String> environment,
            List<PolicyStatement> may) {
        super(scope, form.name());
        Role role = Role.Builder.create(this, "Role")
                .assumedBy(new ServicePrincipal("lambda.amazonaws.com"))
                .build();
        may.forEach(role::addToPolicy);
        var log = Logs.group(this, installation, form.name());
        log.grantWrite(role);
        var made = Function.Builder.create(this, "Function")
                .functionName(installation.prefix() + form.name())
                .runtime(Runtime.JAVA_21)
                .architecture(architecture(installation.sizes().functions().architecture()))
                .handler(HANDLER)
                .code(Code.fromAsset(installation
                        .lambdas()
                        .resolve(form.name())
                        .resolve("target/function.zip")
                        .toString()))
                .memorySize(form.memoryMb())
                .timeout(form.limit())
                .environment(environment)
                .role(role)
                .logGroup(log)
                .snapStart(SnapStartConf.ON_PUBLISHED_VERSIONS);
        if (form.concurrency() != null) {
            made.reservedConcurrentExecutions(form.concurrency());
        }
        if (form.place() != null) {
            role.addToPolicy(PolicyStatement.Builder.create()
                    .actions(INTERFACES)
                    .resources(List.of("*"))
                    .build());
            made.vpc(form.place().vpc()).securityGroups(List.of(form.place().group()));
        }
        this.function = made.build();
        this.live = Alias.Builder.create(this, "Live")
                .aliasName("live")
                .version(function.getCurrentVersion())
                .build();
    }

    private static Architecture architecture(String name) {
        return switch (name) {
            case "x86_64" -> Architecture.X86_64;
            case "arm64" -> Architecture.ARM_64;
            default -> throw new IllegalArgumentException("architecture: x86_64 or arm64");
        };
    }

    /** What callers call. */
    public Alias live() {
        return live;
    }

    /** What its metrics are of. */
    public Function function() {
        return function;
    }
}
