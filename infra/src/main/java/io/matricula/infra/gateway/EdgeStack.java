package io.matricula.infra.gateway;

import io.matricula.infra.settings.Installation;
import io.matricula.infra.settings.Installation.Domain;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import software.amazon.awscdk.CfnOutput;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.Fn;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.StackProps;
import software.amazon.awscdk.services.certificatemanager.Certificate;
import software.amazon.awscdk.services.cloudfront.AllowedMethods;
import software.amazon.awscdk.services.cloudfront.BehaviorOptions;
import software.amazon.awscdk.services.cloudfront.CachePolicy;
import software.amazon.awscdk.services.cloudfront.Distribution;
import software.amazon.awscdk.services.cloudfront.Function;
import software.amazon.awscdk.services.cloudfront.FunctionAssociation;
import software.amazon.awscdk.services.cloudfront.FunctionCode;
import software.amazon.awscdk.services.cloudfront.FunctionEventType;
import software.amazon.awscdk.services.cloudfront.FunctionRuntime;
import software.amazon.awscdk.services.cloudfront.HttpVersion;
import software.amazon.awscdk.services.cloudfront.OriginProtocolPolicy;
import software.amazon.awscdk.services.cloudfront.OriginRequestPolicy;
import software.amazon.awscdk.services.cloudfront.OriginSslPolicy;
import software.amazon.awscdk.services.cloudfront.SecurityPolicyProtocol;
import software.amazon.awscdk.services.cloudfront.ViewerProtocolPolicy;
import software.amazon.awscdk.services.cloudfront.origins.HttpOrigin;
import software.constructs.Construct;

/**
 * CloudFront with a firewall, before the API: a firewall can't be put on an HTTP API itself. Nothing is cached. Its firewall and
 * its certificate must be in {@link #REGION}, and so it is all there.
 */
public final class EdgeStack extends Stack {
    public static final String REGION = "us-east-1";

    /** As long as an HTTP API waits. */
    private static final Duration ORIGIN_LIMIT = Duration.seconds(30);

    public EdgeStack(Construct scope, Installation installation, PublicApi api, StackProps props) {
        super(scope, installation.prefix() + "edge", props);
        Domain domain = Objects.requireNonNull(installation.domain(), "with an edge: domain and certificate");
        var distribution = Distribution.Builder.create(this, "Distribution")
                .comment(installation.prefix() + "edge")
                .domainNames(List.of(domain.name()))
                .certificate(Certificate.fromCertificateArn(this, "Certificate", domain.certificate()))
                .minimumProtocolVersion(SecurityPolicyProtocol.TLS_V1_2_2021)
                .httpVersion(HttpVersion.HTTP2_AND_3)
                .webAclId(Firewall.make(this, installation).getAttrArn())
                .defaultBehavior(BehaviorOptions.builder()
                        .origin(origin(installation, api))
                        .allowedMethods(AllowedMethods.ALLOW_ALL)
                        .viewerProtocolPolicy(ViewerProtocolPolicy.HTTPS_ONLY)
                        .cachePolicy(CachePolicy.CACHING_DISABLED)
                        .originRequestPolicy(OriginRequestPolicy.ALL_VIEWER_EXCEPT_HOST_HEADER)
                        .compress(true)
                        .functionAssociations(List.of(FunctionAssociation.builder()
                                .eventType(FunctionEventType.VIEWER_REQUEST)
                                .function(honestAddress())
                                .build()))
                        .build())
                .build();
        CfnOutput.Builder.create(this, "DomainTarget")
                .description("what a CNAME record of the domain must name")
                .value(distribution.getDistributionDomainName())
                .build();
    }

    /** CloudFront adds a caller's address to those that the caller says it has, and the services believe the first. */
    private Function honestAddress() {
        return Function.Builder.create(this, "HonestAddress")
                .comment("callers don't choose the address that they are throttled by")
                .runtime(FunctionRuntime.JS_2_0)
                .code(FunctionCode.fromInline("""
                        function handler(event) {
                          delete event.request.headers['x-forwarded-for'];
                          return event.request;
                        }
                        """))
                .build();
    }

    private static HttpOrigin origin(Installation installation, PublicApi api) {
        String host = Fn.join(
                ".",
                List.of(
                        api.api().getApiId(),
                        "execute-api",
                        installation.sizes().region(),
                        "amazonaws.com"));
        return HttpOrigin.Builder.create(host)
                .protocolPolicy(OriginProtocolPolicy.HTTPS_ONLY)
                .originSslProtocols(List.of(OriginSslPolicy.TLS_V1_2))
                .readTimeout(ORIGIN_LIMIT)
                .customHeaders(Map.of(EdgeLock.HEADER, EdgeLock.secret(installation)))
                .build();
    }
}
