package io.matricula.cloud;

import io.matricula.aws.CloudState;
import io.matricula.aws.webhook.SqsDeliveryQueue;
import io.matricula.service.account.AccountStore;
import io.matricula.service.audit.AuditStore;
import io.matricula.service.idempotency.IdempotencyStore;
import io.matricula.service.identity.MemberStore;
import io.matricula.service.job.DeadJobStore;
import io.matricula.service.job.JobPictureStore;
import io.matricula.service.job.JobQueue;
import io.matricula.service.job.JobStore;
import io.matricula.service.link.LinkStore;
import io.matricula.service.mail.Mailer;
import io.matricula.service.notice.NoticeStore;
import io.matricula.service.report.UsageReportStore;
import io.matricula.service.session.SessionStore;
import io.matricula.service.signing.SigningKeyStore;
import io.matricula.service.throttle.AttemptStore;
import io.matricula.service.token.TokenStore;
import io.matricula.service.upload.UploadStore;
import io.matricula.service.usage.UsageStore;
import io.matricula.service.webhook.DeadLetterStore;
import io.matricula.service.webhook.DeliveryLog;
import io.matricula.service.webhook.EventPictureStore;
import io.matricula.service.webhook.EventStore;
import io.matricula.service.webhook.WebhookStore;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** The ports on AWS. */
class PortBeans {
    private final CloudState state;

    PortBeans(CloudState state) {
        this.state = state;
    }

    @Produces
    @Singleton
    AccountStore accounts() {
        return state.accounts();
    }

    @Produces
    @Singleton
    TokenStore tokens() {
        return state.tokens();
    }

    @Produces
    @Singleton
    UsageStore usage() {
        return state.usage();
    }

    @Produces
    @Singleton
    UsageReportStore usageReports() {
        return state.usageReports();
    }

    @Produces
    @Singleton
    IdempotencyStore idempotency() {
        return state.idempotency();
    }

    @Produces
    @Singleton
    MemberStore members() {
        return state.members();
    }

    @Produces
    @Singleton
    LinkStore links() {
        return state.links();
    }

    @Produces
    @Singleton
    SessionStore sessions() {
        return state.sessions();
    }

    @Produces
    @Singleton
    SigningKeyStore signingKeys() {
        return state.signingKeys();
    }

    @Produces
    @Singleton
    AttemptStore attempts() {
        return state.attempts();
    }

    @Produces
    @Singleton
    AuditStore audit() {
        return state.audit();
    }

    @Produces
    @Singleton
    NoticeStore notices() {
        return state.notices();
    }

    @Produces
    @Singleton
    Mailer mailer() {
        return state.mailer();
    }

    @Produces
    @Singleton
    WebhookStore webhooks() {
        return state.webhooks();
    }

    @Produces
    @Singleton
    EventStore events() {
        return state.events();
    }

    @Produces
    @Singleton
    EventPictureStore eventPictures() {
        return state.eventPictures();
    }

    @Produces
    @Singleton
    SqsDeliveryQueue deliveries() {
        return state.deliveries();
    }

    @Produces
    @Singleton
    DeliveryLog deliveryLog() {
        return state.deliveryLog();
    }

    @Produces
    @Singleton
    DeadLetterStore deadLetters() {
        return state.deadLetters();
    }

    @Produces
    @Singleton
    JobStore jobs() {
        return state.jobs();
    }

    @Produces
    @Singleton
    JobPictureStore jobPictures() {
        return state.jobPictures();
    }

    @Produces
    @Singleton
    JobQueue jobQueue() {
        return state.jobQueue();
    }

    @Produces
    @Singleton
    DeadJobStore deadJobs() {
        return state.deadJobs();
    }

    @Produces
    @Singleton
    UploadStore uploads() {
        return state.uploads();
    }
}
