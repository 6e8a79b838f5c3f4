package io.matricula.infra.worker;

import io.matricula.infra.settings.Installation;
import io.matricula.infra.settings.Sizes;
import java.util.List;
import software.amazon.awscdk.services.ec2.ISecurityGroup;
import software.amazon.awscdk.services.ecs.BaseService;
import software.amazon.awscdk.services.ecs.CapacityProviderStrategy;
import software.amazon.awscdk.services.ecs.Cluster;
import software.amazon.awscdk.services.ecs.DeploymentCircuitBreaker;
import software.amazon.awscdk.services.ecs.FargateService;
import software.amazon.awscdk.services.ecs.TaskDefinition;
import software.constructs.Construct;

/** Workers without a GPU, on machines that are AWS's affair. */
final class FargateWorkers extends Construct {
    private final Cluster cluster;
    private final Sizes.Workers sizes;
    private final String name;

    FargateWorkers(Construct scope, Installation installation, Cluster cluster) {
        super(scope, "Fargate");
        this.cluster = cluster;
        this.sizes = installation.sizes().workers();
        this.name = installation.prefix() + "worker";
        cluster.enableFargateCapacityProviders();
    }

    BaseService run(TaskDefinition task, ISecurityGroup group) {
        return FargateService.Builder.create(this, "Service")
                .serviceName(name)
                .cluster(cluster)
                .taskDefinition(task)
                .securityGroups(List.of(group))
                .assignPublicIp(false)
                .desiredCount(sizes.least())
                .minHealthyPercent(100)
                .healthCheckGracePeriod(WorkerStack.START_LIMIT)
                .maxHealthyPercent(200)
                .circuitBreaker(
                        DeploymentCircuitBreaker.builder().rollback(true).build())
                .capacityProviderStrategies(strategy())
                .build();
    }

    /** The least number always; those beyond it on machines that AWS may take away, where that is wanted. */
    private List<CapacityProviderStrategy> strategy() {
        var always = CapacityProviderStrategy.builder()
                .capacityProvider("FARGATE")
                .base(sizes.least())
                .weight(sizes.spot() ? 0 : 1)
                .build();
        if (!sizes.spot()) {
            return List.of(always);
        }
        return List.of(
                always,
                CapacityProviderStrategy.builder()
                        .capacityProvider("FARGATE_SPOT")
                        .weight(1)
                        .build());
    }
}
