package io.matricula.infra.worker;

import io.matricula.infra.settings.Installation;
import io.matricula.infra.settings.Sizes;
import java.util.List;
import java.util.Objects;
import software.amazon.awscdk.services.autoscaling.AutoScalingGroup;
import software.amazon.awscdk.services.autoscaling.InstancesDistribution;
import software.amazon.awscdk.services.autoscaling.LaunchTemplateOverrides;
import software.amazon.awscdk.services.autoscaling.MixedInstancesPolicy;
import software.amazon.awscdk.services.autoscaling.OnDemandAllocationStrategy;
import software.amazon.awscdk.services.autoscaling.SpotAllocationStrategy;
import software.amazon.awscdk.services.ec2.BlockDevice;
import software.amazon.awscdk.services.ec2.BlockDeviceVolume;
import software.amazon.awscdk.services.ec2.EbsDeviceOptions;
import software.amazon.awscdk.services.ec2.EbsDeviceVolumeType;
import software.amazon.awscdk.services.ec2.ISecurityGroup;
import software.amazon.awscdk.services.ec2.InstanceType;
import software.amazon.awscdk.services.ec2.LaunchTemplate;
import software.amazon.awscdk.services.ec2.LaunchTemplateHttpTokens;
import software.amazon.awscdk.services.ec2.Peer;
import software.amazon.awscdk.services.ec2.Port;
import software.amazon.awscdk.services.ec2.SecurityGroup;
import software.amazon.awscdk.services.ec2.UserData;
import software.amazon.awscdk.services.ecs.AmiHardwareType;
import software.amazon.awscdk.services.ecs.AsgCapacityProvider;
import software.amazon.awscdk.services.ecs.BaseService;
import software.amazon.awscdk.services.ecs.CapacityProviderStrategy;
import software.amazon.awscdk.services.ecs.Cluster;
import software.amazon.awscdk.services.ecs.DeploymentCircuitBreaker;
import software.amazon.awscdk.services.ecs.Ec2Service;
import software.amazon.awscdk.services.ecs.EcsOptimizedImage;
import software.amazon.awscdk.services.ecs.TaskDefinition;
import software.amazon.awscdk.services.iam.Role;
import software.amazon.awscdk.services.iam.ServicePrincipal;
import software.constructs.Construct;

/** Workers with a GPU each, on machines that ECS starts and ends as workers come and go. */
final class GpuWorkers extends Construct {
    private static final int DISK_GB = 60;

    private final Cluster cluster;
    private final Sizes.Workers sizes;
    private final String name;

    GpuWorkers(Construct scope, Installation installation, Cluster cluster) {
        super(scope, "Gpu");
        this.cluster = cluster;
        this.sizes = installation.sizes().workers();
        this.name = installation.prefix() + "worker";
    }

    BaseService run(TaskDefinition task, ISecurityGroup group) {
        var machines = AsgCapacityProvider.Builder.create(this, "Capacity")
                .autoScalingGroup(machines())
                .enableManagedScaling(true)
                .enableManagedTerminationProtection(true)
                .enableManagedDraining(true)
                .targetCapacityPercent(100)
                .build();
        cluster.addAsgCapacityProvider(machines);
        return Ec2Service.Builder.create(this, "Service")
                .serviceName(name)
                .cluster(cluster)
                .taskDefinition(task)
                .securityGroups(List.of(group))
                .desiredCount(sizes.least())
                .minHealthyPercent(100)
                .healthCheckGracePeriod(WorkerStack.START_LIMIT)
                .maxHealthyPercent(200)
                .circuitBreaker(
                        DeploymentCircuitBreaker.builder().rollback(true).build())
                .capacityProviderStrategies(List.of(CapacityProviderStrategy.builder()
                        .capacityProvider(machines.getCapacityProviderName())
                        .weight(1)
                        .build()))
                .build();
    }

    private AutoScalingGroup machines() {
        return AutoScalingGroup.Builder.create(this, "Machines")
                .vpc(cluster.getVpc())
                .mixedInstancesPolicy(MixedInstancesPolicy.builder()
                        .launchTemplate(template())
                        .launchTemplateOverrides(List.of(LaunchTemplateOverrides.builder()
                                .instanceType(instance())
                                .build()))
                        .instancesDistribution(distribution())
                        .build())
                .minCapacity(0)
                // A new image runs beside the old until it is ready.
                .maxCapacity(sizes.most() * 2)
                .build();
    }

    private InstancesDistribution distribution() {
        return InstancesDistribution.builder()
                .onDemandAllocationStrategy(OnDemandAllocationStrategy.PRIORITIZED)
                .onDemandBaseCapacity(sizes.least())
                .onDemandPercentageAboveBaseCapacity(sizes.spot() ? 0 : 100)
                .spotAllocationStrategy(SpotAllocationStrategy.CAPACITY_OPTIMIZED)
                .build();
    }

    private LaunchTemplate template() {
        var group = SecurityGroup.Builder.create(this, "MachineGroup")
                .vpc(cluster.getVpc())
                .description("machines of workers")
                .allowAllOutbound(false)
                .build();
        group.addEgressRule(Peer.anyIpv4(), Port.HTTPS, "to services of AWS");
        return LaunchTemplate.Builder.create(this, "Template")
                .machineImage(EcsOptimizedImage.amazonLinux2023(AmiHardwareType.GPU))
                .instanceType(instance())
                .userData(UserData.forLinux())
                .role(Role.Builder.create(this, "MachineRole")
                        .assumedBy(new ServicePrincipal("ec2.amazonaws.com"))
                        .build())
                .securityGroup(group)
                .httpTokens(LaunchTemplateHttpTokens.REQUIRED)
                .httpPutResponseHopLimit(1)
                .blockDevices(List.of(BlockDevice.builder()
                        .deviceName("/dev/xvda")
                        .volume(BlockDeviceVolume.ebs(
                                DISK_GB,
                                EbsDeviceOptions.builder()
                                        .encrypted(true)
                                        .volumeType(EbsDeviceVolumeType.GP3)
                                        .build()))
                        .build()))
                .build();
    }

    private InstanceType instance() {
        return new InstanceType(Objects.requireNonNull(sizes.instance(), "workers.instance"));
    }
}
