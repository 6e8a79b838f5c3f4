package io.matricula.infra;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.matricula.infra.Clouds.Cloud;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(Clouds.Resolver.class)
class GatewayStackTest {
    private static final Path EVENT = Path.of("..", "lambda", "usage", "scheduled-event.json");

    @Test
    void functions_ofOurs_areResumedFromPictures(Clouds clouds) {
        for (Cloud cloud : clouds.all()) {
            var functions = cloud.all("AWS::Lambda::Function").stream()
                    .filter(function ->
                            function.properties().path("Runtime").asText().startsWith("java"))
                    .toList();
            assertThat(functions).hasSize(3).allSatisfy(function -> assertThat(
                            function.properties().at("/SnapStart/ApplyOn").asText())
                    .isEqualTo("PublishedVersions"));
            assertThat(cloud.all("AWS::Lambda::Alias")).hasSize(3).allSatisfy(alias -> {
                assertThat(alias.properties().get("Name").asText()).isEqualTo("live");
                assertThat(alias.properties()
                                .at("/FunctionVersion/Fn::GetAtt/1")
                                .asText())
                        .isEqualTo("Version");
            });
        }
    }

    @Test
    void routes_public_areTheseOnly(Clouds clouds) {
        Map<String, String> routes = new TreeMap<>();
        for (JsonNode route : clouds.prod().in("gateway", "AWS::ApiGatewayV2::Route")) {
            String target = route.get("Target").toString();
            routes.put(route.get("RouteKey").asText(), target.contains("Usage") ? "usage" : "gateway");
        }
        assertThat(routes)
                .isEqualTo(Map.of(
                        "ANY /v1/{proxy+}", "gateway",
                        "ANY /v1/statistics", "usage",
                        "ANY /v1/statistics/{proxy+}", "usage",
                        "GET /", "gateway",
                        "GET /{page}", "gateway",
                        "GET /assets/{file}", "gateway",
                        "GET /.well-known/jwks.json", "gateway"));
    }

    @Test
    void routes_behindAnEdge_openOnlyToIt(Clouds clouds) {
        assertThat(clouds.prod().in("gateway", "AWS::ApiGatewayV2::Route"))
                .allSatisfy(route ->
                        assertThat(route.get("AuthorizationType").asText()).isEqualTo("CUSTOM"));
        assertThat(clouds.dev().in("gateway", "AWS::ApiGatewayV2::Authorizer")).isEmpty();
    }

    @Test
    void edge_ofProd_hasAFirewallAndCachesNothing(Clouds clouds) {
        var distribution =
                clouds.prod().in("edge", "AWS::CloudFront::Distribution").get(0).get("DistributionConfig");
        assertThat(distribution.at("/WebACLId/Fn::GetAtt/0").asText()).startsWith("Firewall");
        assertThat(distribution.at("/DefaultCacheBehavior/CachePolicyId").asText())
                .isEqualTo("4135ea2d-6df8-44a3-9df3-4b5a84be39ad");
        assertThat(distribution
                        .at("/Origins/0/OriginCustomHeaders/0/HeaderName")
                        .asText())
                .isEqualTo("x-matricula-edge");
        assertThat(distribution
                        .at("/Origins/0/OriginCustomHeaders/0/HeaderValue")
                        .asText())
                .startsWith("{{resolve:secretsmanager:acme-prod-edge");
        assertThat(clouds.dev().templates()).doesNotContainKey("edge");
    }

    @Test
    void addresses_ofCallers_areBelievedOnlyFromAnEdgeThatForgetsWhatCallersSay(Clouds clouds) {
        String trust = "/Environment/Variables/QUARKUS_HTTP_PROXY_PROXY_ADDRESS_FORWARDING";
        assertThat(clouds.prod().in("gateway", "AWS::Lambda::Function"))
                .anySatisfy(function -> assertThat(function.at(trust).asText()).isEqualTo("true"));
        assertThat(clouds.prod().in("edge", "AWS::CloudFront::Function"))
                .singleElement()
                .satisfies(function ->
                        assertThat(function.get("FunctionCode").asText()).contains("delete", "x-forwarded-for"));
        assertThat(clouds.dev().in("gateway", "AWS::Lambda::Function"))
                .allSatisfy(function ->
                        assertThat(function.at(trust).isMissingNode()).isTrue());
    }

    @Test
    void stage_anywhere_isBoundedAndLogsNoPaths(Clouds clouds) {
        for (Cloud cloud : clouds.all()) {
            var stage = cloud.in("gateway", "AWS::ApiGatewayV2::Stage").get(0);
            assertThat(stage.at("/DefaultRouteSettings/ThrottlingRateLimit").asInt())
                    .isEqualTo(cloud.installation().sizes().api().requestsPerSecond());
            assertThat(stage.at("/AccessLogSettings/Format").asText())
                    .contains("$context.routeKey", "$context.status")
                    .doesNotContain("$context.path", "querystring", "authorizer", "header");
        }
    }

    @Test
    void deliveries_thatFail_comeAgainAlone(Clouds clouds) {
        var source =
                clouds.prod().in("webhooks", "AWS::Lambda::EventSourceMapping").get(0);
        assertThat(source.at("/FunctionResponseTypes/0").asText()).isEqualTo("ReportBatchItemFailures");
        assertThat(source.get("EventSourceArn").toString())
                .contains(clouds.prod().installation().names().deliveryQueue());
        assertThat(source.at("/ScalingConfig/MaximumConcurrency").asInt()).isEqualTo(20);
    }

    @Test
    void gateway_only_isInThePrivateNetwork(Clouds clouds) {
        assertThat(clouds.prod().all("AWS::Lambda::Function"))
                .allSatisfy(function -> assertThat(function.properties().has("VpcConfig"))
                        .isEqualTo(function.id().startsWith("gateway")));
    }

    @Test
    void domain_withoutAnEdge_isTheApisOwn(Clouds clouds) {
        assertThat(clouds.prod().in("gateway", "AWS::ApiGatewayV2::DomainName")).isEmpty();
        assertThat(clouds.prod().installation().domain()).isNotNull();
    }

    @Test
    void schedule_anywhere_callsUsageWithAnEventThatItKnows(Clouds clouds) throws Exception {
        var rule = clouds.prod().in("schedule", "AWS::Events::Rule").get(0);
        var call = new ObjectMapper().readTree(rule.at("/Targets/0/Input").asText());
        assertThat(call).isEqualTo(new ObjectMapper().readTree(EVENT.toFile()));
    }
}
