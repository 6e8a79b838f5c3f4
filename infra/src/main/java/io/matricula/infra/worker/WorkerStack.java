package io.matricula.infra.worker;

import io.matricula.infra.settings.Installation;
import io.matricula.infra.settings.Sizes.Capacity;
import java.util.List;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.StackProps;
import software.amazon.awscdk.services.ec2.IVpc;
import software.amazon.awscdk.services.ec2.Peer;
import software.amazon.awscdk.services.ec2.Port;
import software.amazon.awscdk.services.ec2.SecurityGroup;
import software.amazon.awscdk.services.ecs.BaseService;
import software.amazon.awscdk.services.ecs.Cluster;
import software.amazon.awscdk.services.ecs.ContainerInsights;
import software.amazon.awscdk.services.elasticloadbalancingv2.AddApplicationTargetsProps;
import software.amazon.awscdk.services.elasticloadbalancingv2.ApplicationListener;
import software.amazon.awscdk.services.elasticloadbalancingv2.ApplicationLoadBalancer;
import software.amazon.awscdk.services.elasticloadbalancingv2.ApplicationProtocol;
import software.amazon.awscdk.services.elasticloadbalancingv2.ApplicationTargetGroup;
import software.amazon.awscdk.services.elasticloadbalancingv2.BaseApplicationListenerProps;
import software.amazon.awscdk.services.elasticloadbalancingv2.HealthCheck;
import software.amazon.awscdk.services.elasticloadbalancingv2.TargetGroupLoadBalancingAlgorithmType;
import software.constructs.Construct;

/**
 * Workers on ECS: the gateway reaches them through a load balancer that only it can reach, and they take jobs from the queue.
 */
public final class WorkerStack extends Stack {
    /** Loading models, and on a GPU warming them up. */
    static final Duration START_LIMIT = Duration.minutes(3);

    private static final int PORT = 8080;

    private final SecurityGroup callers;
    private final Cluster cluster;
    private final BaseService service;
    private final ApplicationLoadBalancer balancer;
    private final ApplicationTargetGroup targets;

    public WorkerStack(Construct scope, Installation installation, IVpc vpc, StackProps props) {
        super(scope, installation.prefix() + "workers", props);
        this.callers = group(vpc, "Callers", "functions that call workers", true);
        SecurityGroup balancers = group(vpc, "Balancers", "load balancer of workers", false);
        SecurityGroup workers = group(vpc, "Workers", "workers", false);
        balancers.addIngressRule(callers, Port.HTTP, "from the gateway");
        balancers.addEgressRule(workers, Port.tcp(PORT), "to workers");
        workers.addIngressRule(balancers, Port.tcp(PORT), "from the load balancer");
        workers.addEgressRule(Peer.anyIpv4(), Port.HTTPS, "to services of AWS");
        this.cluster = Cluster.Builder.create(this, "Cluster")
                .clusterName(installation.prefix() + "workers")
                .vpc(vpc)
                .containerInsightsV2(ContainerInsights.ENABLED)
                .build();
        this.balancer = balancer(installation, vpc, balancers);
        var task = new WorkerTask(this, installation, PORT, WorkerSecret.make(this, installation));
        boolean gpu = installation.sizes().workers().capacity() == Capacity.GPU;
        this.service = gpu
                ? new GpuWorkers(this, installation, cluster).run(task.definition(), workers)
                : new FargateWorkers(this, installation, cluster).run(task.definition(), workers);
        this.targets = reached();
        new WorkerScaling(this, installation);
    }

    private SecurityGroup group(IVpc vpc, String id, String description, boolean allOutbound) {
        return SecurityGroup.Builder.create(this, id)
                .vpc(vpc)
                .description(description)
                .allowAllOutbound(allOutbound)
                .build();
    }

    private ApplicationLoadBalancer balancer(Installation installation, IVpc vpc, SecurityGroup group) {
        return ApplicationLoadBalancer.Builder.create(this, "Balancer")
                .loadBalancerName(shortened(installation.prefix() + "workers"))
                .vpc(vpc)
                .internetFacing(false)
                .securityGroup(group)
                .idleTimeout(Duration.seconds(60))
                .dropInvalidHeaderFields(true)
                .deletionProtection(installation.sizes().keep())
                .build();
    }

    /** Names of load balancers have 32 characters at most. */
    private static String shortened(String name) {
        return name.length() <= 32 ? name : name.substring(name.length() - 32).replaceFirst("^-+", "");
    }

    private ApplicationTargetGroup reached() {
        ApplicationListener listener = balancer.addListener(
                "Calls",
                BaseApplicationListenerProps.builder()
                        .port(80)
                        .protocol(ApplicationProtocol.HTTP)
                        .open(false)
                        .build());
        return listener.addTargets(
                "Workers",
                AddApplicationTargetsProps.builder()
                        .port(PORT)
                        .protocol(ApplicationProtocol.HTTP)
                        .targets(List.of(service))
                        // A worker that is busy with a large picture gets no more before the others are.
                        .loadBalancingAlgorithmType(TargetGroupLoadBalancingAlgorithmType.LEAST_OUTSTANDING_REQUESTS)
                        .deregistrationDelay(Duration.seconds(30))
                        .healthCheck(HealthCheck.builder()
                                .path("/readyz")
                                .interval(Duration.seconds(10))
                                .timeout(Duration.seconds(5))
                                .healthyThresholdCount(2)
                                .unhealthyThresholdCount(3)
                                .build())
                        .build());
    }

    /** The group that a function must be in to reach workers. */
    public SecurityGroup callers() {
        return callers;
    }

    /** Where the gateway finds workers. */
    public String address() {
        return "http://" + balancer.getLoadBalancerDnsName();
    }

    public Cluster cluster() {
        return cluster;
    }

    public BaseService service() {
        return service;
    }

    public ApplicationTargetGroup targets() {
        return targets;
    }

    String targetLabel() {
        return balancer.getLoadBalancerFullName() + "/" + targets.getTargetGroupFullName();
    }
}
