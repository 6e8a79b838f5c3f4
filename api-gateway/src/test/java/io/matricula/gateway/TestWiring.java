package io.matricula.gateway;

import io.matricula.sdk.licence.LicenceAccount;
import io.matricula.service.admission.Admission;
import io.matricula.service.idempotency.Idempotency;
import io.matricula.service.licence.KeyText;
import io.matricula.service.licence.LicenceDesk;
import io.matricula.service.plan.PlanCatalogue;
import io.matricula.service.report.CloudLicences;
import io.matricula.service.report.KnownLicences;
import io.matricula.service.testkit.FakeClock;
import io.matricula.service.testkit.InMemoryAccountStore;
import io.matricula.service.testkit.InMemoryAttemptStore;
import io.matricula.service.testkit.InMemoryAuditStore;
import io.matricula.service.testkit.InMemoryDeadJobStore;
import io.matricula.service.testkit.InMemoryDeadLetterStore;
import io.matricula.service.testkit.InMemoryDeliveryLog;
import io.matricula.service.testkit.InMemoryDeliveryQueue;
import io.matricula.service.testkit.InMemoryEventPictureStore;
import io.matricula.service.testkit.InMemoryEventStore;
import io.matricula.service.testkit.InMemoryIdempotencyStore;
import io.matricula.service.testkit.InMemoryInstallationStore;
import io.matricula.service.testkit.InMemoryJobPictureStore;
import io.matricula.service.testkit.InMemoryJobQueue;
import io.matricula.service.testkit.InMemoryJobStore;
import io.matricula.service.testkit.InMemoryLinkStore;
import io.matricula.service.testkit.InMemoryMemberStore;
import io.matricula.service.testkit.InMemoryNoticeStore;
import io.matricula.service.testkit.InMemorySessionStore;
import io.matricula.service.testkit.InMemorySigningKeyStore;
import io.matricula.service.testkit.InMemoryTokenStore;
import io.matricula.service.testkit.InMemoryUploads;
import io.matricula.service.testkit.InMemoryUsageReportStore;
import io.matricula.service.testkit.InMemoryUsageStore;
import io.matricula.service.testkit.InMemoryWebhookStore;
import io.matricula.service.testkit.RecordingMailer;
import io.matricula.service.usage.UsageHistory;
import io.matricula.service.webhook.EventPublisher;
import io.matricula.service.webhook.admin.WebhookAdmin;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.security.KeyPair;
import java.time.Clock;
import java.util.random.RandomGenerator;

/** What a deployable gives the gateway, here in memory and without chance: time stands still and random numbers are 0. */
class TestWiring {
    /** Who signs the licences of the tests. */
    static final KeyPair ISSUER = KeyText.newPair();

    @Produces
    @Singleton
    InMemoryAccountStore accounts() {
        return new InMemoryAccountStore();
    }

    @Produces
    @Singleton
    InMemoryTokenStore tokens(InMemoryAccountStore accounts) {
        return new InMemoryTokenStore(accounts);
    }

    @Produces
    @Singleton
    InMemoryUsageStore usage() {
        return new InMemoryUsageStore();
    }

    @Produces
    @Singleton
    UsageHistory history(InMemoryUsageStore usage) {
        return new UsageHistory(usage);
    }

    @Produces
    @Singleton
    Admission admission(InMemoryAccountStore accounts, InMemoryTokenStore tokens, InMemoryUsageStore usage) {
        return new Admission(accounts, tokens, usage);
    }

    @Produces
    @Singleton
    LicenceAccount licence(
            InMemoryAccountStore accounts, InMemoryTokenStore tokens, InMemoryUsageStore usage, Clock clock) {
        var desk = new LicenceDesk(new InMemoryInstallationStore(), null, clock);
        return new LicenceAccount(desk, accounts, tokens, usage, clock);
    }

    @Produces
    @Singleton
    InMemoryUsageReportStore usageReports() {
        return new InMemoryUsageReportStore();
    }

    @Produces
    @Singleton
    KnownLicences licences(InMemoryUsageReportStore reports) {
        return new CloudLicences(reports, ISSUER.getPublic());
    }

    @Produces
    @Singleton
    InMemoryMemberStore members() {
        return new InMemoryMemberStore();
    }

    @Produces
    @Singleton
    InMemoryLinkStore links() {
        return new InMemoryLinkStore();
    }

    @Produces
    @Singleton
    InMemorySessionStore sessions() {
        return new InMemorySessionStore();
    }

    @Produces
    @Singleton
    InMemoryAttemptStore attempts() {
        return new InMemoryAttemptStore();
    }

    @Produces
    @Singleton
    InMemoryAuditStore audit() {
        return new InMemoryAuditStore();
    }

    @Produces
    @Singleton
    InMemorySigningKeyStore signingKeys() {
        return new InMemorySigningKeyStore();
    }

    @Produces
    @Singleton
    InMemoryNoticeStore notices() {
        return new InMemoryNoticeStore();
    }

    @Produces
    @Singleton
    PlanCatalogue plans() {
        return PlanCatalogue.builtIn();
    }

    @Produces
    @Singleton
    RecordingMailer mailer() {
        return new RecordingMailer();
    }

    @Produces
    @Singleton
    Idempotency idempotency(Clock clock) {
        return new Idempotency(new InMemoryIdempotencyStore(), clock);
    }

    @Produces
    @Singleton
    InMemoryWebhookStore webhooks() {
        return new InMemoryWebhookStore();
    }

    @Produces
    @Singleton
    InMemoryDeliveryQueue deliveries(Clock clock) {
        return new InMemoryDeliveryQueue(clock);
    }

    @Produces
    @Singleton
    WebhookAdmin.Deliveries deliveryStores(InMemoryDeliveryQueue queue, Clock clock) {
        return new WebhookAdmin.Deliveries(
                new InMemoryEventStore(queue),
                new InMemoryEventPictureStore(clock),
                queue,
                new InMemoryDeliveryLog(),
                new InMemoryDeadLetterStore());
    }

    @Produces
    @Singleton
    WebhookAdmin webhookAdmin(InMemoryWebhookStore webhooks, WebhookAdmin.Deliveries deliveries, Clock clock) {
        return new WebhookAdmin(webhooks, deliveries, clock);
    }

    @Produces
    @Singleton
    EventPublisher eventPublisher(InMemoryWebhookStore webhooks, WebhookAdmin.Deliveries deliveries, Clock clock) {
        return new EventPublisher(webhooks, deliveries.events(), deliveries.pictures(), clock);
    }

    @Produces
    @Singleton
    InMemoryJobStore jobs() {
        return new InMemoryJobStore();
    }

    @Produces
    @Singleton
    InMemoryJobPictureStore jobPictures() {
        return new InMemoryJobPictureStore();
    }

    @Produces
    @Singleton
    InMemoryJobQueue jobQueue(Clock clock) {
        return new InMemoryJobQueue(clock);
    }

    @Produces
    @Singleton
    InMemoryDeadJobStore deadJobs() {
        return new InMemoryDeadJobStore();
    }

    @Produces
    @Singleton
    InMemoryUploads uploads(Clock clock) {
        return new InMemoryUploads(clock);
    }

    @Produces
    @Singleton
    FakeClock clock() {
        return FakeClock.at("2026-11-22T13:00:14.745242Z");
    }

    @Produces
    @Singleton
    RandomGenerator random() {
        return () -> 0;
    }

    @Produces
    @Singleton
    FakeDispatch dispatch() {
        return new FakeDispatch();
    }
}
