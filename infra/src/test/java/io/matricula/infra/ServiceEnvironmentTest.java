package io.matricula.infra;

import static org.assertj.core.api.Assertions.assertThat;

import io.matricula.cloud.CloudSettings;
import io.matricula.infra.Clouds.Cloud;
import io.smallrye.config.EnvConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What functions and workers are told is what they read. */
@ExtendWith(Clouds.Resolver.class)
class ServiceEnvironmentTest {
    @Test
    void settings_ofFunctions_areReadByTheServices(Clouds clouds) {
        for (Cloud cloud : clouds.all()) {
            cloud.all("AWS::Lambda::Function").stream()
                    .filter(function ->
                            function.properties().path("Runtime").asText().startsWith("java"))
                    .forEach(function -> {
                        Map<String, String> given = new TreeMap<>();
                        function.properties()
                                .at("/Environment/Variables")
                                .properties()
                                .forEach(variable -> given.put(
                                        variable.getKey(), variable.getValue().asText()));
                        assertRead(cloud, given);
                    });
        }
    }

    @Test
    void gateway_toldOfWorkers_findsTheirBalancerAndShowsTheirSecret(Clouds clouds) {
        for (Cloud cloud : clouds.all()) {
            var told = cloud.in("gateway", "AWS::Lambda::Function").stream()
                    .map(function -> function.at("/Environment/Variables"))
                    .filter(variables -> variables.has("MATRICULA_DISPATCH_WORKERS"))
                    .toList();
            assertThat(told).singleElement().satisfies(variables -> {
                assertThat(variables.get("MATRICULA_DISPATCH_WORKERS").toString())
                        .contains("http://", "Balancer");
                assertThat(variables.get("MATRICULA_DISPATCH_BALANCED").asText())
                        .isEqualTo("true");
                assertThat(variables.get("MATRICULA_DISPATCH_SECRET").asText())
                        .isEqualTo("{{resolve:secretsmanager:"
                                + cloud.installation().prefix() + "worker:SecretString:::}}");
            });
            var shown = cloud.in("workers", "AWS::ECS::TaskDefinition").get(0).at("/ContainerDefinitions/0/Secrets/0");
            assertThat(shown.get("Name").asText()).isEqualTo("MATRICULA_WORKER_SECRET");
        }
    }

    @Test
    void settings_ofWorkers_areReadByTheServices(Clouds clouds) {
        for (Cloud cloud : clouds.all()) {
            Map<String, String> given = new TreeMap<>();
            cloud.in("workers", "AWS::ECS::TaskDefinition")
                    .get(0)
                    .at("/ContainerDefinitions/0/Environment")
                    .forEach(variable -> given.put(
                            variable.get("Name").asText(), variable.get("Value").asText()));
            assertRead(cloud, given);
        }
    }

    private static void assertRead(Cloud cloud, Map<String, String> given) {
        var settings = new SmallRyeConfigBuilder()
                .withSources(new EnvConfigSource(given, 300))
                .withMapping(CloudSettings.class)
                .build()
                .getConfigMapping(CloudSettings.class);
        var installation = cloud.installation();
        assertThat(settings.prefix()).isEqualTo(installation.prefix());
        assertThat(settings.region()).isEqualTo(installation.sizes().region());
        assertThat(settings.sender()).isEqualTo(installation.sender());
        assertThat(settings.endpoints().dynamo()).isEmpty();
    }
}
