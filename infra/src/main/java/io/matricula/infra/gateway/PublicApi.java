package io.matricula.infra.gateway;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.matricula.infra.log.Logs;
import io.matricula.infra.settings.Installation;
import io.matricula.infra.settings.Installation.Domain;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import software.amazon.awscdk.CfnOutput;
import software.amazon.awscdk.aws_apigatewayv2_integrations.HttpLambdaIntegration;
import software.amazon.awscdk.services.apigatewayv2.AddRoutesOptions;
import software.amazon.awscdk.services.apigatewayv2.ApiMapping;
import software.amazon.awscdk.services.apigatewayv2.CfnStage;
import software.amazon.awscdk.services.apigatewayv2.DomainName;
import software.amazon.awscdk.services.apigatewayv2.HttpApi;
import software.amazon.awscdk.services.apigatewayv2.HttpMethod;
import software.amazon.awscdk.services.apigatewayv2.HttpStage;
import software.amazon.awscdk.services.apigatewayv2.SecurityPolicy;
import software.amazon.awscdk.services.apigatewayv2.ThrottleSettings;
import software.amazon.awscdk.services.certificatemanager.Certificate;
import software.amazon.awscdk.services.lambda.IFunction;
import software.constructs.Construct;

/**
 * The HTTP API. Only what is named here gets in: what a function answers on other paths ({@code /internal}, {@code /q}) can't
 * be reached.
 */
public final class PublicApi extends Construct {
    /** Neither paths nor addresses that were asked for: they may hold what is not for logs. */
    private static final Map<String, String> LOGGED = new TreeMap<>(Map.of(
            "time", "$context.requestTimeEpoch",
            "request", "$context.requestId",
            "address", "$context.identity.sourceIp",
            "route", "$context.routeKey",
            "status", "$context.status",
            "bytes", "$context.responseLength",
            "ms", "$context.responseLatency",
            "integrationMs", "$context.integrationLatency",
            "error", "$context.error.messageString",
            "integrationError", "$context.integrationErrorMessage"));

    private final HttpApi api;
    private final @Nullable EdgeLock lock;
    private final String address;

    PublicApi(Construct scope, Installation installation) {
        super(scope, "Api");
        boolean edge = installation.sizes().api().edge();
        this.api = HttpApi.Builder.create(this, "Http")
                .apiName(installation.prefix() + "api")
                .createDefaultStage(false)
                .disableExecuteApiEndpoint(installation.domain() != null && !edge)
                .build();
        this.lock = edge ? new EdgeLock(this, installation) : null;
        HttpStage stage = stage(installation);
        this.address = address(installation.domain(), stage, edge);
        CfnOutput.Builder.create(this, "Address").value(address).build();
    }

    private HttpStage stage(Installation installation) {
        var sizes = installation.sizes().api();
        HttpStage stage = HttpStage.Builder.create(this, "Stage")
                .httpApi(api)
                .stageName("$default")
                .autoDeploy(true)
                .detailedMetricsEnabled(true)
                .throttle(ThrottleSettings.builder()
                        .rateLimit(sizes.requestsPerSecond())
                        .burstLimit(sizes.burst())
                        .build())
                .build();
        var log = Logs.group(this, installation, "api");
        ((CfnStage) stage.getNode().getDefaultChild())
                .setAccessLogSettings(CfnStage.AccessLogSettingsProperty.builder()
                        .destinationArn(log.getLogGroupArn())
                        .format(logged())
                        .build());
        return stage;
    }

    private static String logged() {
        try {
            return new ObjectMapper().writeValueAsString(LOGGED);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private String address(@Nullable Domain domain, HttpStage stage, boolean edge) {
        if (domain == null) {
            return api.getApiEndpoint();
        }
        if (!edge) {
            own(domain, stage);
        }
        return "https://" + domain.name();
    }

    private void own(Domain domain, HttpStage stage) {
        var name = DomainName.Builder.create(this, "Domain")
                .domainName(domain.name())
                .certificate(Certificate.fromCertificateArn(this, "Certificate", domain.certificate()))
                .securityPolicy(SecurityPolicy.TLS_1_2)
                .build();
        ApiMapping.Builder.create(this, "Mapping")
                .api(api)
                .domainName(name)
                .stage(stage)
                .build();
        CfnOutput.Builder.create(this, "DomainTarget")
                .description("what a CNAME record of the domain must name")
                .value(name.getRegionalDomainName())
                .build();
    }

    void route(IFunction gateway, IFunction usage) {
        var toGateway = new HttpLambdaIntegration("Gateway", gateway);
        var toUsage = new HttpLambdaIntegration("Usage", usage);
        route("/v1/{proxy+}", HttpMethod.ANY, toGateway);
        route("/v1/statistics", HttpMethod.ANY, toUsage);
        route("/v1/statistics/{proxy+}", HttpMethod.ANY, toUsage);
        // The console: its pages, what they load, and the API's document.
        route("/", HttpMethod.GET, toGateway);
        route("/{page}", HttpMethod.GET, toGateway);
        route("/assets/{file}", HttpMethod.GET, toGateway);
        // The keys that prove tokens.
        route("/.well-known/jwks.json", HttpMethod.GET, toGateway);
    }

    private void route(String path, HttpMethod method, HttpLambdaIntegration integration) {
        var route =
                AddRoutesOptions.builder().path(path).methods(List.of(method)).integration(integration);
        if (lock != null) {
            route.authorizer(lock.authorizer());
        }
        api.addRoutes(route.build());
    }

    /** Where users find the service, without a slash at the end. */
    public String address() {
        return address;
    }

    /** What its metrics are of. */
    public HttpApi api() {
        return api;
    }
}
