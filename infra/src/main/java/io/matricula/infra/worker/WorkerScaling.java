package io.matricula.infra.worker;

import io.matricula.infra.settings.Installation;
import io.matricula.infra.settings.Sizes;
import java.util.List;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.services.applicationautoscaling.CfnScalingPolicy;
import software.amazon.awscdk.services.applicationautoscaling.EnableScalingProps;
import software.amazon.awscdk.services.ecs.CpuUtilizationScalingProps;
import software.amazon.awscdk.services.ecs.RequestCountScalingProps;
import software.amazon.awscdk.services.ecs.ScalableTaskCount;
import software.constructs.Construct;

/** How many workers there are: whichever of queue, calls and load asks for the most decides. */
final class WorkerScaling extends Construct {
    private static final Duration OUT = Duration.seconds(60);
    private static final Duration IN = Duration.seconds(300);

    private final WorkerStack workers;
    private final Sizes.Workers sizes;

    WorkerScaling(WorkerStack workers, Installation installation) {
        super(workers, "Scaling");
        this.workers = workers;
        this.sizes = installation.sizes().workers();
        ScalableTaskCount count = workers.service()
                .autoScaleTaskCount(EnableScalingProps.builder()
                        .minCapacity(sizes.least())
                        .maxCapacity(sizes.most())
                        .build());
        count.scaleOnCpuUtilization(
                "Load",
                CpuUtilizationScalingProps.builder()
                        .targetUtilizationPercent(sizes.cpuPercent())
                        .scaleOutCooldown(OUT)
                        .scaleInCooldown(IN)
                        .build());
        count.scaleOnRequestCount(
                "Calls",
                RequestCountScalingProps.builder()
                        .targetGroup(workers.targets())
                        .requestsPerTarget(sizes.requestsPerMinute())
                        .scaleOutCooldown(OUT)
                        .scaleInCooldown(IN)
                        .build());
        queue(installation.names().jobQueue()).getNode().addDependency(count);
    }

    /** CDK's own class knows no calculated metric: what is waiting, for each worker that runs. */
    private CfnScalingPolicy queue(String queue) {
        var metrics = List.of(
                metric(
                        "waiting",
                        "AWS/SQS",
                        "ApproximateNumberOfMessagesVisible",
                        "Average",
                        dimension("QueueName", queue)),
                metric(
                        "running",
                        "ECS/ContainerInsights",
                        "RunningTaskCount",
                        "Average",
                        dimension("ClusterName", workers.cluster().getClusterName()),
                        dimension("ServiceName", workers.service().getServiceName())),
                CfnScalingPolicy.TargetTrackingMetricDataQueryProperty.builder()
                        .id("each")
                        .expression("FILL(waiting, 0) / IF(FILL(running, 1) < 1, 1, FILL(running, 1))")
                        .returnData(true)
                        .build());
        return CfnScalingPolicy.Builder.create(this, "Queue")
                .policyName("queue")
                .policyType("TargetTrackingScaling")
                .serviceNamespace("ecs")
                .scalableDimension("ecs:service:DesiredCount")
                .resourceId("service/" + workers.cluster().getClusterName() + "/"
                        + workers.service().getServiceName())
                .targetTrackingScalingPolicyConfiguration(tracking(metrics))
                .build();
    }

    private CfnScalingPolicy.TargetTrackingScalingPolicyConfigurationProperty tracking(
            List<CfnScalingPolicy.TargetTrackingMetricDataQueryProperty> metrics) {
        return CfnScalingPolicy.TargetTrackingScalingPolicyConfigurationProperty.builder()
                .targetValue(sizes.queuedPerWorker())
                .scaleOutCooldown(OUT.toSeconds())
                .scaleInCooldown(IN.toSeconds())
                .customizedMetricSpecification(CfnScalingPolicy.CustomizedMetricSpecificationProperty.builder()
                        .metrics(metrics)
                        .build())
                .build();
    }

    private static CfnScalingPolicy.TargetTrackingMetricDataQueryProperty metric(
            String id,
            String namespace,
            String name,
            String statistic,
            CfnScalingPolicy.TargetTrackingMetricDimensionProperty... dimensions) {
        return CfnScalingPolicy.TargetTrackingMetricDataQueryProperty.builder()
                .id(id)
                .returnData(false)
                .metricStat(CfnScalingPolicy.TargetTrackingMetricStatProperty.builder()
                        .stat(statistic)
                        .metric(CfnScalingPolicy.TargetTrackingMetricProperty.builder()
                                .namespace(namespace)
                                .metricName(name)
                                .dimensions(List.of(dimensions))
                                .build())
                        .build())
                .build();
    }

    private static CfnScalingPolicy.TargetTrackingMetricDimensionProperty dimension(String name, String value) {
        return CfnScalingPolicy.TargetTrackingMetricDimensionProperty.builder()
                .name(name)
                .value(value)
                .build();
    }
}
