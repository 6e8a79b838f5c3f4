package io.matricula.cloud;

import io.matricula.aws.CloudConfig;
import io.matricula.aws.CloudState;
import io.matricula.aws.client.Endpoints;
import io.matricula.service.licence.KeyText;
import io.matricula.service.plan.PlanCatalogue;
import io.matricula.service.report.CloudLicences;
import io.matricula.service.report.KnownLicences;
import io.matricula.service.report.UsageReportStore;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.io.StringReader;
import software.amazon.awssdk.regions.Region;

/** The state that the ports are on, and the plans, out of the settings. */
class CloudBeans {
    @Produces
    @Singleton
    CloudConfig config(CloudSettings settings) {
        var standIns = settings.endpoints();
        var endpoints = new Endpoints(
                standIns.dynamo().orElse(null),
                standIns.sqs().orElse(null),
                standIns.s3().orElse(null),
                standIns.ses().orElse(null));
        return new CloudConfig(Region.of(settings.region()), settings.prefix(), settings.sender(), endpoints);
    }

    @Produces
    @Singleton
    CloudState state(CloudConfig config) {
        return CloudState.open(config);
    }

    void close(@Disposes CloudState state) {
        state.close();
    }

    @Produces
    @Singleton
    KnownLicences licences(UsageReportStore reports, CloudSettings settings) {
        return new CloudLicences(
                reports, settings.licenceIssuer().map(KeyText::publicKey).orElse(null));
    }

    @Produces
    @Singleton
    PlanCatalogue plans(CloudSettings settings) {
        return settings.plans()
                .map(text -> PlanCatalogue.read(new StringReader(text)))
                .orElseGet(PlanCatalogue::builtIn);
    }
}
