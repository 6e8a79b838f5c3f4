package io.matricula.infra;

import static org.assertj.core.api.Assertions.assertThat;

import io.matricula.infra.Clouds.Cloud;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(Clouds.Resolver.class)
class WorkerStackTest {
    @Test
    void workers_ofProd_haveAGpuEachOnMachinesThatComeAndGo(Clouds clouds) {
        var prod = clouds.prod();
        var task = prod.in("workers", "AWS::ECS::TaskDefinition").get(0);
        assertThat(task.at("/ContainerDefinitions/0/ResourceRequirements/0/Type")
                        .asText())
                .isEqualTo("GPU");
        assertThat(task.at("/RequiresCompatibilities/0").asText()).isEqualTo("EC2");
        var capacity = prod.in("workers", "AWS::ECS::CapacityProvider").get(0).get("AutoScalingGroupProvider");
        assertThat(capacity.at("/ManagedScaling/Status").asText()).isEqualTo("ENABLED");
        assertThat(capacity.get("ManagedDraining").asText()).isEqualTo("ENABLED");
        assertThat(capacity.get("ManagedTerminationProtection").asText()).isEqualTo("ENABLED");
        var template = prod.in("workers", "AWS::EC2::LaunchTemplate").get(0).get("LaunchTemplateData");
        assertThat(template.at("/MetadataOptions/HttpTokens").asText()).isEqualTo("required");
        assertThat(template.at("/BlockDeviceMappings/0/Ebs/Encrypted").asBoolean())
                .isTrue();
        assertThat(template.get("InstanceType").asText()).isEqualTo("g4dn.xlarge");
    }

    @Test
    void workers_ofDev_areOnFargateAndBeyondTheFirstOnSpot(Clouds clouds) {
        var service = clouds.dev().in("workers", "AWS::ECS::Service").get(0);
        var strategy = service.get("CapacityProviderStrategy");
        assertThat(strategy.get(0).get("CapacityProvider").asText()).isEqualTo("FARGATE");
        assertThat(strategy.get(0).get("Base").asInt()).isEqualTo(1);
        assertThat(strategy.get(0).get("Weight").asInt()).isZero();
        assertThat(strategy.get(1).get("CapacityProvider").asText()).isEqualTo("FARGATE_SPOT");
        assertThat(service.at("/NetworkConfiguration/AwsvpcConfiguration/AssignPublicIp")
                        .asText())
                .isEqualTo("DISABLED");
    }

    @Test
    void workers_anywhere_scaleByQueueCallsAndLoad(Clouds clouds) {
        for (Cloud cloud : clouds.all()) {
            var sizes = cloud.installation().sizes().workers();
            var range = cloud.in("workers", "AWS::ApplicationAutoScaling::ScalableTarget")
                    .get(0);
            assertThat(range.get("MinCapacity").asInt()).isEqualTo(sizes.least());
            assertThat(range.get("MaxCapacity").asInt()).isEqualTo(sizes.most());
            var policies = cloud.in("workers", "AWS::ApplicationAutoScaling::ScalingPolicy").stream()
                    .map(policy -> policy.get("TargetTrackingScalingPolicyConfiguration"))
                    .toList();
            assertThat(policies).hasSize(3);
            assertThat(policies).anySatisfy(policy -> {
                assertThat(policy.get("TargetValue").asInt()).isEqualTo(sizes.queuedPerWorker());
                assertThat(policy.toString())
                        .contains(cloud.installation().names().jobQueue())
                        .contains("RunningTaskCount");
            });
            assertThat(policies)
                    .anySatisfy(policy -> assertThat(policy.toString()).contains("ALBRequestCountPerTarget"));
            assertThat(policies)
                    .anySatisfy(policy -> assertThat(policy.toString()).contains("ECSServiceAverageCPUUtilization"));
        }
    }

    @Test
    void workers_thatAreStopped_haveTimeToFinishWhatTheyBegan(Clouds clouds) {
        for (Cloud cloud : clouds.all()) {
            var container =
                    cloud.in("workers", "AWS::ECS::TaskDefinition").get(0).at("/ContainerDefinitions/0");
            assertThat(container.get("StopTimeout").asInt()).isBetween(61, 120);
        }
    }

    @Test
    void workers_anywhere_areReachedByTheGatewayOnly(Clouds clouds) {
        for (Cloud cloud : clouds.all()) {
            assertThat(cloud.in("workers", "AWS::ElasticLoadBalancingV2::LoadBalancer"))
                    .singleElement()
                    .satisfies(balancer ->
                            assertThat(balancer.get("Scheme").asText()).isEqualTo("internal"));
            List<String> openings = cloud.in("workers", "AWS::EC2::SecurityGroupIngress").stream()
                    .map(rule -> rule.get("Description").asText() + " " + rule.get("FromPort"))
                    .toList();
            assertThat(openings).containsExactlyInAnyOrder("from the gateway 80", "from the load balancer 8080");
        }
    }

    @Test
    void workers_tables_areThoseThatJobsNeed(Clouds clouds) {
        var prefix = clouds.prod().installation().prefix();
        var policy = clouds.prod().in("workers", "AWS::IAM::Policy").stream()
                .filter(each -> each.toString().contains("dynamodb:PutItem"))
                .findFirst()
                .orElseThrow();
        Set<String> written = new TreeSet<>();
        policy.at("/PolicyDocument/Statement").forEach(statement -> {
            if (statement.get("Action").toString().contains("dynamodb:PutItem")) {
                statement.get("Resource").forEach(arn -> {
                    String text = arn.at("/Fn::Join/1").toString();
                    written.add(text.replaceAll(".*:table/" + prefix + "([a-z_]+).*", "$1"));
                });
            }
        });
        assertThat(written).containsExactly("dead_jobs", "events", "idempotency", "jobs", "usage");
    }
}
