package io.matricula.local;

import io.matricula.sdk.edition.SdkConfig;
import io.matricula.sdk.licence.LicenceAccount;
import io.matricula.usage.notice.QuotaMails;
import io.matricula.usage.rollover.PlanRollOver;
import io.matricula.webhook.deliver.Housekeeping;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;

/** The work that nobody asks for, now and then; in the cloud a timer calls the same. */
@ApplicationScoped
class Schedule {
    private final QuotaMails mails;
    private final PlanRollOver plans;
    private final Housekeeping webhooks;
    private final SdkConfig sdk;
    private final UsageUpload upload;
    private final Instance<LicenceAccount> licence;

    Schedule(
            QuotaMails mails,
            PlanRollOver plans,
            Housekeeping webhooks,
            SdkConfig sdk,
            UsageUpload upload,
            Instance<LicenceAccount> licence) {
        this.mails = mails;
        this.plans = plans;
        this.webhooks = webhooks;
        this.sdk = sdk;
        this.upload = upload;
        this.licence = licence;
    }

    @Scheduled(every = "60s", delayed = "5s", concurrentExecution = ConcurrentExecution.SKIP)
    void rollOver() {
        plans.run();
    }

    @Scheduled(every = "60s", delayed = "10s", concurrentExecution = ConcurrentExecution.SKIP)
    void tell() {
        if (!sdk.enabled()) {
            mails.run();
        }
    }

    /** Keeps in mind that this minute has been, also while nobody calls. */
    @Scheduled(every = "60s", delayed = "15s", concurrentExecution = ConcurrentExecution.SKIP)
    void lookAtClock() {
        if (sdk.enabled()) {
            licence.get().refresh();
        }
    }

    /** Whether it is time knows the upload itself; a beat as long as its first delay would come just too early for it, and double it. */
    @Scheduled(every = "10s", delayed = "20s", concurrentExecution = ConcurrentExecution.SKIP)
    void tellCloud() {
        upload.run();
    }

    @Scheduled(every = "1h", delayed = "1m", concurrentExecution = ConcurrentExecution.SKIP)
    void forget() {
        webhooks.run();
    }
}
