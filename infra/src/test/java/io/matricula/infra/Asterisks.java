package io.matricula.infra;

import io.matricula.infra.Clouds.Resource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;

/** Permissions with an asterisk, by stack, and why there is no other way. Everything else must name what it is about. */
final class Asterisks {
    /** What CDK makes to carry an address from one region to another. */
    static final Predicate<Resource> CROSS_REGION = resource -> resource.id().startsWith("CustomCrossRegion");

    private static final Map<String, List<String>> WHY = new TreeMap<>(Map.of(
            "pictures have names of their own behind a prefix",
            List.of(
                    "gateway s3:GetObject",
                    "gateway s3:PutObject",
                    "gateway s3:DeleteObject",
                    "webhooks s3:GetObject",
                    "workers s3:GetObject",
                    "workers s3:PutObject",
                    "workers s3:DeleteObject"),
            "network interfaces have no names before they are made, and some of these actions know no resources",
            List.of(
                    "gateway ec2:AssignPrivateIpAddresses",
                    "gateway ec2:CreateNetworkInterface",
                    "gateway ec2:DeleteNetworkInterface",
                    "gateway ec2:DescribeNetworkInterfaces",
                    "gateway ec2:DescribeSubnets",
                    "gateway ec2:UnassignPrivateIpAddresses"),
            "in the policy of a key the asterisk is the key itself",
            List.of("watch kms:*", "watch kms:Decrypt", "watch kms:GenerateDataKey"),
            "these know no resources",
            List.of("workers ecr:GetAuthorizationToken", "workers ecs:DiscoverPollEndpoint"),
            "CDK's own, for the agent of ECS on machines with a GPU: bound to the cluster by their conditions",
            List.of("workers ecs:Poll", "workers ecs:StartTelemetrySession"),
            "CDK's own, for the agent of ECS on machines with a GPU",
            List.of("workers ecs:Submit*", "workers logs:CreateLogStream", "workers logs:PutLogEvents"),
            "CDK's own, from one region to another: parameters under /cdk/exports",
            List.of(
                    "edge ssm:AddTagsToResource",
                    "edge ssm:GetParameters",
                    "edge ssm:RemoveTagsFromResource",
                    "gateway ssm:DeleteParameters",
                    "gateway ssm:GetParameters",
                    "gateway ssm:ListTagsForResource",
                    "gateway ssm:PutParameter")));

    private Asterisks() {}

    /** Each as the stack and the action. */
    static Set<String> allowed() {
        Set<String> allowed = new TreeSet<>();
        WHY.values().forEach(allowed::addAll);
        return allowed;
    }
}
