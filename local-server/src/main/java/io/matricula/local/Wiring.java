package io.matricula.local;

import io.matricula.embedded.DemoAccount;
import io.matricula.embedded.LocalState;
import io.matricula.local.mail.SmtpConfig;
import io.matricula.local.mail.SmtpMailer;
import io.matricula.service.idempotency.IdempotencyStore;
import io.matricula.service.job.DeadJobStore;
import io.matricula.service.job.JobPictureStore;
import io.matricula.service.job.JobQueue;
import io.matricula.service.job.JobStore;
import io.matricula.service.mail.Mailer;
import io.matricula.service.notice.NoticeStore;
import io.matricula.service.upload.UploadInbox;
import io.matricula.service.upload.UploadStore;
import io.matricula.service.usage.UsageStore;
import io.vertx.core.Vertx;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;

/** Puts together what the gateway needs: the ports on the state folder. */
class Wiring {
    @Produces
    @Singleton
    LocalState state(LocalConfig config) {
        return LocalState.open(config.state());
    }

    void close(@Disposes LocalState state) {
        state.close();
    }

    @Produces
    @Singleton
    DemoAccount demoAccount(LocalState state, Clock clock) {
        return state.demoAccount(clock);
    }

    @Produces
    @Singleton
    UsageStore usage(LocalState state) {
        return state.usage();
    }

    @Produces
    @Singleton
    Mailer mailer(LocalState state, SmtpConfig config, Vertx vertx, Clock clock) {
        return config.host().isPresent() ? new SmtpMailer(vertx, config) : state.mailer(clock);
    }

    void close(@Disposes Mailer mailer) throws Exception {
        if (mailer instanceof AutoCloseable open) {
            open.close();
        }
    }

    @Produces
    @Singleton
    NoticeStore notices(LocalState state) {
        return state.notices();
    }

    @Produces
    @Singleton
    IdempotencyStore idempotency(LocalState state) {
        return state.idempotency();
    }

    @Produces
    @Singleton
    JobStore jobs(LocalState state) {
        return state.jobs();
    }

    @Produces
    @Singleton
    JobPictureStore jobPictures(LocalState state) {
        return state.jobPictures();
    }

    @Produces
    @Singleton
    JobQueue jobQueue(LocalState state, Clock clock) {
        return state.jobQueue(clock);
    }

    @Produces
    @Singleton
    DeadJobStore deadJobs(LocalState state) {
        return state.deadJobs();
    }

    @Produces
    @Singleton
    UploadStore uploads(LocalState state, Clock clock) {
        return state.uploads(clock);
    }

    @Produces
    @Singleton
    UploadInbox uploadInbox(LocalState state, Clock clock) {
        return state.uploadInbox(clock);
    }
}
