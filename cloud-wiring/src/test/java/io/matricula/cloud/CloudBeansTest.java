package io.matricula.cloud;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.matricula.aws.CloudConfig;
import io.matricula.aws.CloudState;
import io.matricula.aws.client.Endpoints;
import io.matricula.service.account.AccountId;
import io.matricula.service.licence.KeyText;
import io.matricula.service.licence.Licence;
import io.matricula.service.licence.LicenceKey;
import io.matricula.service.plan.Plan;
import io.matricula.service.testkit.InMemoryUsageReportStore;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.IOException;
import java.lang.reflect.Method;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.regions.Region;

class CloudBeansTest {
    private final CloudBeans beans = new CloudBeans();

    private static CloudSettings settings(Map<String, String> values) {
        return new SmallRyeConfigBuilder()
                .addDefaultInterceptors()
                .withSources(new PropertiesConfigSource(values, "test", 100))
                .withMapping(CloudSettings.class)
                .build()
                .getConfigMapping(CloudSettings.class);
    }

    @Test
    void config_withoutSettings_isAwsInTheDefaultRegion() {
        assertThat(beans.config(settings(Map.of())))
                .isEqualTo(new CloudConfig(Region.EU_CENTRAL_1, "matricula-", "matricula@localhost", Endpoints.AWS));
    }

    @Test
    void config_inALambda_takesTheRegionThatAwsTells() {
        assertThat(beans.config(settings(Map.of("AWS_REGION", "eu-west-1"))).region())
                .isEqualTo(Region.EU_WEST_1);
    }

    @Test
    void plans_asJson_areThose() {
        var plans = beans.plans(settings(Map.of(
                "matricula.cloud.plans",
                "{\"tiny\": {\"calls\": 10, \"per-second\": 1, \"mmc\": false, \"self-service\": true}}")));

        assertThat(plans.list()).containsExactly(new Plan("tiny", 10, 1, false));
        assertThat(plans.selfService()).hasSize(1);
    }

    @Test
    void plans_withAMistake_areRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> beans.plans(settings(Map.of("matricula.cloud.plans", "{tiny: {calls: 10}}"))))
                .withMessageContaining("plan tiny");
    }

    @Test
    void licences_withAnIssuer_areKnownByTheirSignature() {
        var issuer = KeyText.newPair();
        var licence = new Licence(
                Licence.newId(), "Parking Ltd", "3F2A", 10, false, Instant.EPOCH, LocalDate.parse("2027-11-22"), 14);
        String key = LicenceKey.write(licence, issuer.getPrivate());
        var reports = new InMemoryUsageReportStore();
        var settings = settings(Map.of("matricula.cloud.licence-issuer", KeyText.write(issuer.getPublic())));
        assertThat(beans.licences(reports, settings).webhooksOf(AccountId.random(), key))
                .contains(List.of());
        assertThat(beans.licences(reports, settings(Map.of())).webhooksOf(AccountId.random(), key))
                .isEmpty();
    }

    @Test
    void ports_made_haveConnectedToNothing() throws IOException, ReflectiveOperationException {
        try (var service = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            String address = "http://127.0.0.1:" + service.getLocalPort();
            service.setSoTimeout(200);
            var settings = settings(Map.of(
                    "matricula.cloud.endpoints.dynamo", address,
                    "matricula.cloud.endpoints.sqs", address,
                    "matricula.cloud.endpoints.s3", address,
                    "matricula.cloud.endpoints.ses", address));
            CloudState state = beans.state(beans.config(settings));
            var ports = new PortBeans(state);
            for (Method producer : PortBeans.class.getDeclaredMethods()) {
                assertThat(producer.invoke(ports)).isNotNull();
            }

            assertThatExceptionOfType(SocketTimeoutException.class).isThrownBy(service::accept);
            beans.close(state);
        }
    }
}
