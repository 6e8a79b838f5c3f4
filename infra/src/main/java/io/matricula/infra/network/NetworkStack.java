package io.matricula.infra.network;

import io.matricula.infra.log.Logs;
import io.matricula.infra.settings.Installation;
import io.matricula.infra.settings.Sizes;
import java.util.List;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.StackProps;
import software.amazon.awscdk.services.ec2.FlowLogDestination;
import software.amazon.awscdk.services.ec2.FlowLogOptions;
import software.amazon.awscdk.services.ec2.FlowLogTrafficType;
import software.amazon.awscdk.services.ec2.GatewayVpcEndpointAwsService;
import software.amazon.awscdk.services.ec2.GatewayVpcEndpointOptions;
import software.amazon.awscdk.services.ec2.IVpc;
import software.amazon.awscdk.services.ec2.IpAddresses;
import software.amazon.awscdk.services.ec2.SubnetConfiguration;
import software.amazon.awscdk.services.ec2.SubnetType;
import software.amazon.awscdk.services.ec2.Vpc;
import software.constructs.Construct;

/**
 * The private network. Tables and pictures, nearly all of the traffic, go by gateway endpoints, which cost nothing. The rest
 * goes out by NAT: the gateway fetches pictures from anywhere ({@code upload_url}) and so needs it in any case, and then an
 * endpoint of its own for each further service would cost more by the hour than its few bytes do by NAT.
 */
public final class NetworkStack extends Stack {
    private static final int SUBNET_BITS = 20;
    private static final int PUBLIC_SUBNET_BITS = 26;

    private final List<String> zones;
    private final Vpc vpc;

    public NetworkStack(Construct scope, Installation installation, StackProps props) {
        super(scope, installation.prefix() + "network", props);
        Sizes sizes = installation.sizes();
        this.zones = sizes.zones();
        this.vpc = Vpc.Builder.create(this, "Vpc")
                .ipAddresses(IpAddresses.cidr("10.40.0.0/16"))
                .natGateways(sizes.natGateways())
                .restrictDefaultSecurityGroup(false)
                .subnetConfiguration(List.of(
                        subnets("public", SubnetType.PUBLIC, PUBLIC_SUBNET_BITS),
                        subnets("private", SubnetType.PRIVATE_WITH_EGRESS, SUBNET_BITS)))
                .build();
        endpoint("Tables", GatewayVpcEndpointAwsService.DYNAMODB);
        endpoint("Pictures", GatewayVpcEndpointAwsService.S3);
        logRefusals(installation);
    }

    /** Those of the sizes: otherwise CDK would have to ask AWS. */
    @Override
    public List<String> getAvailabilityZones() {
        return zones;
    }

    private static SubnetConfiguration subnets(String name, SubnetType type, int bits) {
        var subnets = SubnetConfiguration.builder().name(name).subnetType(type).cidrMask(bits);
        if (type == SubnetType.PUBLIC) {
            // Only the ways out live there.
            subnets.mapPublicIpOnLaunch(false);
        }
        return subnets.build();
    }

    private void endpoint(String id, GatewayVpcEndpointAwsService service) {
        vpc.addGatewayEndpoint(
                id, GatewayVpcEndpointOptions.builder().service(service).build());
    }

    private void logRefusals(Installation installation) {
        var log = Logs.group(this, installation, "network/refused");
        vpc.addFlowLog(
                "Refused",
                FlowLogOptions.builder()
                        .trafficType(FlowLogTrafficType.REJECT)
                        .destination(FlowLogDestination.toCloudWatchLogs(log))
                        .build());
    }

    public IVpc vpc() {
        return vpc;
    }
}
